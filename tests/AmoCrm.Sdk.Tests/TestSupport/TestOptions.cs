namespace AmoCrm.Sdk.Tests.TestSupport;

/// <summary>Options for tests whose network is a stub.</summary>
internal static class TestOptions
{
    /// <summary>Sends each request once and at once: a test that is not about limits or repetition has to see what one attempt does.</summary>
    public static AmoCrmClientOptions OneAttempt(this AmoCrmClientOptions options)
    {
        options.RateLimit.IsEnabled = false;
        options.Retry.MaxRetries = 0;
        return options;
    }
}
