namespace AmoCrm.Cli;

/// <summary>The command was used wrongly; the message says how to use it.</summary>
internal sealed class CliUsageException(string message) : Exception(message);
