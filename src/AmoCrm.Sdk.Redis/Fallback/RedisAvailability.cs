using AmoCrm.Sdk.Redis.Telemetry;
using AmoCrm.Sdk.Resilience;
using Microsoft.Extensions.Logging;

namespace AmoCrm.Sdk.Redis.Fallback;

/// <summary>Whether Redis decides, or this process for itself. At each change a window passes in which nothing is sent, so that what the other side gave is over.</summary>
/// <param name="limits">The limits.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where changes are told.</param>
internal sealed class RedisAvailability(RateLimits limits, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan ProbeInterval = TimeSpan.FromSeconds(1);

    private readonly SyncRoot _gate = new();
    private readonly long _origin = time.GetTimestamp();
    private TimeSpan _pausedUntil;
    private TimeSpan _nextProbe;
    private TimeSpan _backAt = TimeSpan.MaxValue;
    private bool _isLost;
    private bool _isProbing;

    /// <summary>How long nothing may be sent.</summary>
    public TimeSpan Pause
    {
        get
        {
            lock (_gate)
            {
                return _pausedUntil - Now;
            }
        }
    }

    public bool IsLost
    {
        get
        {
            lock (_gate)
            {
                if (_isLost && Now >= _backAt)
                {
                    _isLost = false;
                    _pausedUntil = Now + limits.Window;
                    RedisLimiterLog.Back(logger);
                }

                return _isLost;
            }
        }
    }

    private TimeSpan Now => time.GetElapsedTime(_origin);

    /// <summary>Redis did not decide.</summary>
    public void Lost(string problem, RateLimits share, int processes)
    {
        lock (_gate)
        {
            if (_isLost)
            {
                return;
            }

            _isLost = true;
            _backAt = TimeSpan.MaxValue;
            _nextProbe = Now + ProbeInterval;
            _pausedUntil = Now + limits.Window;
            RedisTelemetry.Fallbacks.Add(1);
            RedisLimiterLog.Lost(logger, problem, share.Integration, share.Account, share.Window.TotalSeconds, processes);
        }
    }

    /// <summary>Redis decides, but does not know what it gave before.</summary>
    public void Forgotten()
    {
        lock (_gate)
        {
            _pausedUntil = Now + limits.Window;
            RedisLimiterLog.Forgotten(logger);
        }
    }

    /// <summary>Asks in the background whether Redis is there again, if that was not done a moment ago.</summary>
    public void ProbeIfDue(Func<Task<bool>> probe)
    {
        lock (_gate)
        {
            if (_isProbing || Now < _nextProbe)
            {
                return;
            }

            _isProbing = true;
        }

        _ = ProbeAsync(probe);
    }

    private async Task ProbeAsync(Func<Task<bool>> probe)
    {
        var isThere = await probe().ConfigureAwait(false);
        lock (_gate)
        {
            _isProbing = false;
            _nextProbe = Now + ProbeInterval;
            if (!isThere)
            {
                _backAt = TimeSpan.MaxValue;
            }
            else if (_backAt == TimeSpan.MaxValue)
            {
                // The others find out within the same time: before, their shares are their own.
                _backAt = _nextProbe;
            }
        }
    }
}
