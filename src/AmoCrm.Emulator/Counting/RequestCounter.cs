namespace AmoCrm.Emulator.Counting;

/// <summary>Counts what happens; of the requests themselves it keeps the arrivals of the last second only.</summary>
internal sealed class RequestCounter
{
    private readonly SyncRoot _gate = new();
    private readonly Tally<int> _byStatus = new();
    private readonly Tally<string> _byRoute = new();
    private readonly Tally<EmulatorFaultKind> _faults = new();
    private readonly Tally<string> _created = new();
    private readonly ArrivalMeter<(long AccountId, string ClientId)> _integrations = new();
    private readonly ArrivalMeter<long> _accounts = new();
    private long _requests;
    private long _refused;
    private long _bans;

    public void AddArrival(long accountId, string clientId, DateTimeOffset arrived)
    {
        lock (_gate)
        {
            _integrations.Add((accountId, clientId), arrived);
            _accounts.Add(accountId, arrived);
        }
    }

    public void AddRefusal(bool isNewBan)
    {
        lock (_gate)
        {
            _refused++;
            _bans += isNewBan ? 1 : 0;
        }
    }

    /// <summary>A request has been executed or refused, and its answer has not left yet.</summary>
    public void AddRequest(Route? route, int status, EmulatorFaultKind? fault)
    {
        lock (_gate)
        {
            _requests++;
            _byStatus.Add(status);
            _byRoute.Add(route?.Name ?? EmulatorCounts.UnknownRoute);
            if (fault is { } kind)
            {
                _faults.Add(kind);
            }
        }
    }

    public void AddCreated(string plural, int count)
    {
        lock (_gate)
        {
            _created.Add(plural, count);
        }
    }

    public EmulatorCounts Snapshot()
    {
        lock (_gate)
        {
            return new EmulatorCounts
            {
                Requests = _requests,
                ByStatus = _byStatus.Snapshot(),
                ByRoute = _byRoute.Snapshot(),
                Faults = _faults.Snapshot(),
                Refused = _refused,
                Bans = _bans,
                MostInOneSecond = _integrations.Most,
                AccountMostInOneSecond = _accounts.Most,
                Created = _created.Snapshot(),
            };
        }
    }

    public void Reset()
    {
        lock (_gate)
        {
            (_requests, _refused, _bans) = (0, 0, 0);
            _byStatus.Clear();
            _byRoute.Clear();
            _faults.Clear();
            _created.Clear();
            _integrations.Clear();
            _accounts.Clear();
        }
    }
}
