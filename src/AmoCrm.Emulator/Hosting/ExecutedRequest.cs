namespace AmoCrm.Emulator.Hosting;

/// <summary>The answer, and the query keys that were ignored.</summary>
internal sealed record ExecutedRequest(Answer Answer, IReadOnlyList<string> UnknownQueryKeys);
