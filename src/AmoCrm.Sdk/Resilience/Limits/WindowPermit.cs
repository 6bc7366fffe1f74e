namespace AmoCrm.Sdk.Resilience;

/// <summary>A permit of a sliding window. Used again when nobody holds it and its window is over, so that a request that does not wait allocates nothing.</summary>
internal sealed class WindowPermit : AmoCrmPermit
{
    private readonly AccountWindow _account;
    private TimeSpan _waited;
    private volatile bool _isHeld;
    private volatile bool _hasLeft;

    /// <summary>Makes a permit that nobody has yet.</summary>
    /// <param name="account">The account's window, whose lock guards all of this.</param>
    /// <param name="integration">The integration's.</param>
    public WindowPermit(AccountWindow account, IntegrationWindow integration)
    {
        _account = account;
        Integration = integration;
        Node = new LinkedListNode<WindowPermit>(this);
    }

    public IntegrationWindow Integration { get; }

    public override TimeSpan Waited => _waited;

    /// <summary>Whether somebody has it. Set to false without the lock by a holder whose request has left.</summary>
    public bool IsHeld
    {
        get => _isHeld;
        set => _isHeld = value;
    }

    /// <summary>Whether its request has left, read without the lock: then its places are not its holder's to give back.</summary>
    public bool HasLeft => _hasLeft;

    public WindowPermitPhase Phase { get; set; }

    /// <summary>Its place among those whose window runs.</summary>
    public LinkedListNode<WindowPermit> Node { get; }

    /// <summary>When its window ends, on the account's clock.</summary>
    public long EndsAt { get; private set; }

    public void Begin(TimeSpan waited)
    {
        _waited = waited;
        _hasLeft = false;
        _isHeld = true;
        Phase = WindowPermitPhase.Waiting;
    }

    public void Leave(long endsAt)
    {
        EndsAt = endsAt;
        Phase = WindowPermitPhase.Counting;
        _hasLeft = true;
    }

    public override void RequestLeaves() => _account.RequestLeaves(this);

    protected override void Dispose(bool disposing)
    {
        _account.Release(this);
        base.Dispose(disposing);
    }
}
