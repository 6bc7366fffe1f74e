namespace AmoCrm.Sdk.Benchmarks.Data;

/// <summary>A request as the server of a case saw it.</summary>
/// <param name="Target">Method, path and query.</param>
/// <param name="Authorization">The header.</param>
/// <param name="Body">The body; empty for none.</param>
internal sealed record SentCall(string Target, string? Authorization, byte[] Body);
