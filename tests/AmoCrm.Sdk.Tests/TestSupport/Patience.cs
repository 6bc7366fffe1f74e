using System.Globalization;

namespace AmoCrm.Sdk.Tests.TestSupport;

/// <summary>Waits that end: what would hang fails instead.</summary>
internal static class Patience
{
    /// <summary>How long a test waits for what happens at once. A mutation run makes it shorter: there many tests wait for what never comes.</summary>
    public static TimeSpan Limit { get; } = TimeSpan.FromSeconds(int.Parse(Environment.GetEnvironmentVariable("AMOCRM_TEST_PATIENCE") ?? "30", CultureInfo.InvariantCulture));

    public static Task WithPatience(this Task task) => task.WaitAsync(Limit);

    public static Task<T> WithPatience<T>(this Task<T> task) => task.WaitAsync(Limit);

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
