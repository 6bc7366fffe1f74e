using AmoCrm.Emulator.Counting;

namespace AmoCrm.Emulator.Limits;

/// <summary>
/// Seven a second for an integration, fifty for an account, in any window of one second; who goes on and on is banned.
/// A request is judged by the moment of its arrival, also when another one that arrived later was judged before it.
/// </summary>
internal sealed class RequestLimiter(AmoCrmEmulatorOptions options, RequestCounter counter)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly SyncRoot _gate = new();
    private readonly Dictionary<(long AccountId, string? ClientId), SlidingWindow> _windows = [];
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
    public bool TryEnter(long accountId, string clientId, DateTimeOffset arrived)
    {
        if (!options.EnforceLimits)
        {
            return true;
        }

        lock (_gate)
        {
            var own = Window(accountId, clientId);
            var all = Window(accountId, clientId: null);
            if (own.MostWith(arrived) <= options.RequestsPerSecond && all.MostWith(arrived) <= options.AccountRequestsPerSecond)
            {
                own.Add(arrived);
                all.Add(arrived);
                return true;
            }

            _violations = arrived - _lastViolation < Patience ? _violations + 1 : 1;
            _lastViolation = arrived;
            var isNewBan = !IsBanned && _violations >= options.BanAfterViolations;
            IsBanned |= isNewBan;
            counter.AddRefusal(isNewBan);
            return false;
        }
    }

    private SlidingWindow Window(long accountId, string? clientId)
    {
        if (!_windows.TryGetValue((accountId, clientId), out var window))
        {
            _windows[(accountId, clientId)] = window = new SlidingWindow();
        }

        return window;
    }
}
