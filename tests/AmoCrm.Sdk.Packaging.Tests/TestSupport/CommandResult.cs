namespace AmoCrm.Sdk.Packaging.Tests.TestSupport;

/// <summary>What a command printed, both streams together, and its exit code.</summary>
internal sealed record CommandResult(string CommandLine, int ExitCode, string Output)
{
    public CommandResult MustSucceed()
    {
        Assert.True(ExitCode == 0, $"{CommandLine} ended with {ExitCode}:\n{Output}");
        return this;
    }
}
