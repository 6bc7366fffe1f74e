namespace AmoCrm.Sdk.Redis.Tests.TestSupport;

/// <summary>Waits for what happens in the background.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static async Task IsAsync(Func<Task<bool>> condition)
    {
        using var tooLong = new CancellationTokenSource(Limit);
        while (!await condition())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), tooLong.Token);
        }
    }
}
