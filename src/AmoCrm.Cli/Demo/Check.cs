namespace AmoCrm.Cli.Demo;

/// <summary>Compares an answer with what was asked for.</summary>
internal static class Check
{
    /// <exception cref="CheckFailedException">The condition does not hold.</exception>
    public static void That(bool condition, string expected)
    {
        if (!condition)
        {
            throw new CheckFailedException($"expected that {expected}");
        }
    }

    /// <exception cref="CheckFailedException">The values differ.</exception>
    public static void Equal<T>(T expected, T actual, string what)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            throw new CheckFailedException($"expected {what} to be '{expected}', but it is '{(actual is null ? "missing" : actual)}'");
        }
    }

    /// <exception cref="CheckFailedException">The value is null.</exception>
    public static T Found<T>(T? value, string what)
        where T : class => value ?? throw new CheckFailedException($"expected {what}, but there is none");

    /// <exception cref="CheckFailedException">The call did not fail in this way.</exception>
    public static async Task FailsAsync<TException>(Func<Task> call, string expected)
        where TException : Exception
    {
        try
        {
            await call().ConfigureAwait(false);
        }
        catch (TException)
        {
            return;
        }

        throw new CheckFailedException($"expected {expected}, but the call succeeded");
    }
}
