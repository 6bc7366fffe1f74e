using System.Threading.RateLimiting;

namespace AmoCrm.Sdk.Tests.Resilience.Limits;

/// <summary>A request on its way through a limiter, moved on step by step.</summary>
/// <param name="arrival">The request.</param>
/// <param name="number">Its number, in the order of arrival.</param>
/// <param name="comes">When it comes.</param>
internal sealed class LimiterRun(Arrival arrival, int number, int comes) : IDisposable
{
    /// <summary>How far the clock moves between two looks, in milliseconds.</summary>
    public const int Step = 7;

    private readonly CancellationTokenSource _cancellation = new();
    private Task<RateLimitLease>? _waiting;
    private AmoCrmPermit? _permit;
    private int _grantedAt;

    public Arrival Arrival => arrival;

    public int Number => number;

    public int? LeftAt { get; private set; }

    public bool IsOver { get; private set; }

    /// <summary>Does what is due.</summary>
    /// <returns>True when it got its permit.</returns>
    public bool Act(LimiterBench bench, int now)
    {
        if (IsOver || now < comes)
        {
            return false;
        }

        _waiting ??= LimiterBench.Wait(bench.Lane($"{arrival.Integration}", arrival.Priority), _cancellation.Token);
        if (_permit is null)
        {
            if (!_waiting.IsCompleted && arrival.CancelAfter > 0 && now >= comes + arrival.CancelAfter)
            {
                _cancellation.Cancel();
                IsOver = true;
                Assert.True(_waiting.IsCanceled);
            }

            if (!_waiting.IsCompletedSuccessfully)
            {
                return false;
            }

            _permit = (AmoCrmPermit)_waiting.GetAwaiter().GetResult();
            _grantedAt = now;
            return true;
        }

        GoOn(now);
        return false;
    }

    public void Dispose() => _cancellation.Dispose();

    private void GoOn(int now)
    {
        if (LeftAt is null && arrival.Leaves && now >= _grantedAt + arrival.LeaveAfter)
        {
            _permit!.RequestLeaves();
            LeftAt = now;
        }

        var isAnswered = LeftAt is { } left ? now >= left + arrival.AnswerAfter : !arrival.Leaves && now >= _grantedAt + arrival.LeaveAfter;
        if (isAnswered)
        {
            _permit!.Dispose();
            IsOver = true;
        }
    }
}
