namespace AmoCrm.Sdk.Resilience;

/// <summary>A permit of a sliding window. Used again when nobody holds it and its window is over, so that a request that does not wait allocates nothing.</summary>
/// <param name="account">The account's window, whose lock guards all of this.</param>
/// <param name="integration">The integration's.</param>
internal sealed class WindowPermit(AccountWindow account, IntegrationWindow integration) : AmoCrmPermit
{
    private TimeSpan _waited;

    public IntegrationWindow Integration => integration;

    public override TimeSpan Waited => _waited;

    /// <summary>Whether somebody has it.</summary>
    public bool IsHeld { get; set; }

    public WindowPermitPhase Phase { get; set; }

    /// <summary>When its window ends, on the account's clock.</summary>
    public TimeSpan EndsAt { get; set; }

    public void Begin(TimeSpan waited)
    {
        _waited = waited;
        IsHeld = true;
        Phase = WindowPermitPhase.Waiting;
    }

    public override void RequestLeaves() => account.RequestLeaves(this);

    protected override void Dispose(bool disposing)
    {
        account.Release(this);
        base.Dispose(disposing);
    }
}
