namespace AmoCrm.Sdk.Tests.TestSupport;

/// <summary>Keeps what it is told, on the thread that tells it.</summary>
internal sealed class Reports(List<BulkProgress> told) : IProgress<BulkProgress>
{
    public void Report(BulkProgress value) => told.Add(value);
}
