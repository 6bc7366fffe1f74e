namespace AmoCrm.Sdk.Tests.TestSupport;

/// <summary>A permit that tells what was done with it.</summary>
internal sealed class StubPermit(bool isAcquired = true, TimeSpan waited = default) : AmoCrmPermit
{
    public List<string> Log { get; } = [];

    public override bool IsAcquired => isAcquired;

    public override TimeSpan Waited => waited;

    public override void RequestLeaves() => Log.Add("leaves");

    protected override void Dispose(bool disposing)
    {
        Log.Add("disposed");
        base.Dispose(disposing);
    }
}
