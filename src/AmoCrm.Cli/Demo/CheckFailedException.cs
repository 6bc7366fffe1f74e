namespace AmoCrm.Cli.Demo;

/// <summary>An answer is not what was asked for.</summary>
internal sealed class CheckFailedException(string message) : Exception(message);
