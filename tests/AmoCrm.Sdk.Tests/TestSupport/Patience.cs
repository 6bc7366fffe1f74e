namespace AmoCrm.Sdk.Tests.TestSupport;

/// <summary>Waits that end: what would hang fails instead.</summary>
internal static class Patience
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(20);

    public static Task WithPatience(this Task task) => task.WaitAsync(Long);

    public static Task<T> WithPatience<T>(this Task<T> task) => task.WaitAsync(Long);

    public static Task<bool> NextAsync<T>(this IAsyncEnumerator<T> items) => items.MoveNextAsync().AsTask().WithPatience();

    /// <summary>All items, or what was given before the failure, and the failure.</summary>
    public static async Task<(List<T> Items, Exception? Failure)> UntilItEndsAsync<T>(this IAsyncEnumerable<T> source)
    {
        var items = new List<T>();
        var enumerator = source.GetAsyncEnumerator();
        try
        {
            while (await enumerator.NextAsync())
            {
                items.Add(enumerator.Current);
            }

            return (items, null);
        }
        catch (Exception exception) when (exception is not Xunit.Sdk.IAssertionException)
        {
            return (items, exception);
        }
        finally
        {
            await enumerator.DisposeAsync().AsTask().WithPatience();
        }
    }
}
