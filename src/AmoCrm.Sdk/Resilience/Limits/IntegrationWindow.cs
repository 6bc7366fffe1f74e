namespace AmoCrm.Sdk.Resilience;

/// <summary>The window of one integration in one account. All of it under the account's lock.</summary>
internal sealed class IntegrationWindow
{
    private readonly Stack<WindowPermit> _idle = new();

    public IntegrationWindow(AccountWindow account, string clientId)
    {
        Account = account;
        ClientId = clientId;
        Interactive = new SlidingWindowLane(account, this, AmoCrmPriority.Interactive);
        Bulk = new SlidingWindowLane(account, this, AmoCrmPriority.Bulk);
    }

    public AccountWindow Account { get; }

    /// <summary>The integration; empty where settings name none.</summary>
    public string ClientId { get; }

    public SlidingWindowLane Interactive { get; }

    public SlidingWindowLane Bulk { get; }

    /// <summary>Permits that are out: their request has not left, or left within the window.</summary>
    public int Taken { get; set; }

    /// <summary>When the next bulk permit may be given, on the account's clock.</summary>
    public long NextBulk { get; private set; } = long.MinValue;

    public SlidingWindowLane Lane(AmoCrmPriority priority) => priority == AmoCrmPriority.Bulk ? Bulk : Interactive;

    /// <summary>A permit object: one that nobody uses any more, else a new one.</summary>
    public WindowPermit Rent() => _idle.TryPop(out var permit) ? permit : new WindowPermit(Account, this);

    public void Return(WindowPermit permit) => _idle.Push(permit);

    /// <summary>Moves the bulk schedule on. A little late is made up for, or timers would slow it down a bit each time; a pause is not.</summary>
    public void BulkGranted(long now, long pace) => NextBulk = (NextBulk > now - pace ? NextBulk : now) + pace;
}
