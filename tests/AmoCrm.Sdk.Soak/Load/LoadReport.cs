namespace AmoCrm.Sdk.Soak.Load;

/// <summary>What became of the calls of a process.</summary>
/// <param name="Succeeded">How many succeeded.</param>
/// <param name="Failures">Those that failed: the name of the exception and its message, and how many.</param>
internal sealed record LoadReport(int Succeeded, IReadOnlyDictionary<string, int> Failures);
