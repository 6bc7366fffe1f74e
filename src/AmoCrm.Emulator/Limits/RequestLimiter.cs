namespace AmoCrm.Emulator.Limits;

/// <summary>Seven a second for an integration, fifty for an account, in any window of one second; who goes on and on is banned.</summary>
internal sealed class RequestLimiter(AmoCrmEmulatorOptions options, TimeProvider clock)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly SyncRoot _gate = new();
    private readonly Dictionary<string, Queue<DateTimeOffset>> _windows = new(StringComparer.Ordinal);
    private DateTimeOffset _lastViolation;
    private int _violations;
    private volatile bool _isBanned;

    /// <summary>Whether there are limits at all.</summary>
    public bool IsEnforced => options.EnforceLimits;

    /// <summary>All requests come from one address, so a ban is for all of them.</summary>
    public bool IsBanned
    {
        get => _isBanned;
        set => _isBanned = value;
    }

    /// <summary>Takes a place in both windows, or says no.</summary>
    public bool TryEnter(long accountId, string clientId)
    {
        if (!options.EnforceLimits)
        {
            return true;
        }

        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var account = accountId.ToString(CultureInfo.InvariantCulture);
            var own = Current(account + "/" + clientId, now);
            var all = Current(account, now);
            if (own.Count < options.RequestsPerSecond && all.Count < options.AccountRequestsPerSecond)
            {
                own.Enqueue(now);
                all.Enqueue(now);
                return true;
            }

            _violations = now - _lastViolation < Patience ? _violations + 1 : 1;
            _lastViolation = now;
            IsBanned |= _violations >= options.BanAfterViolations;
            return false;
        }
    }

    private Queue<DateTimeOffset> Current(string key, DateTimeOffset now)
    {
        if (!_windows.TryGetValue(key, out var window))
        {
            _windows[key] = window = new Queue<DateTimeOffset>();
        }

        while (window.TryPeek(out var oldest) && now - oldest >= Window)
        {
            window.Dequeue();
        }

        return window;
    }
}
