using AmoCrm.Cli.Transfer.Progress;

namespace AmoCrm.Cli.Tests.Transfer;

public sealed class ProgressSnapshotTests
{
    [Theory]
    [InlineData(0, null, 0, 0, 0, "leads: 0")]
    [InlineData(1250, null, 1250, 10, 0, "leads: 1,250, 125/s")]
    [InlineData(1250, 5000L, 1250, 10, 1, "leads: 1,250 of 5,000 (25 %), 125/s, 0:30 left, 1 retry")]
    [InlineData(3000, 5000L, 10, 10, 2, "leads: 3,000 of 5,000 (60 %), 1.0/s, 33:20 left, 2 retries")] // 2,990 are of an earlier run
    [InlineData(10, 500000L, 10, 10, 0, "leads: 10 of 500,000 (0 %), 1.0/s, 138:53:10 left")]
    [InlineData(0, 0L, 0, 1, 0, "leads: 0 of 0 (100 %)")]
    public void It_says_what_there_is_to_say(long done, long? total, long doneNow, int seconds, long retries, string text)
    {
        Assert.Equal(text, new ProgressSnapshot("leads", done, total, doneNow, TimeSpan.FromSeconds(seconds), retries).ToString());
    }
}
