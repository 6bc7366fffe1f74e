namespace AmoCrm.Cli;

/// <summary>The command line is right, and still it could not be done; the message says why and what to do.</summary>
internal sealed class CliFailureException(string message) : Exception(message);
