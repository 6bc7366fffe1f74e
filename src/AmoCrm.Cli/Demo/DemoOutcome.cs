using AmoCrm.Emulator;

namespace AmoCrm.Cli.Demo;

/// <summary>What came of one way of calling a handler.</summary>
/// <param name="Requests">The requests that the call sent, in order, without those of the checks.</param>
/// <param name="Elapsed">How long the call took.</param>
/// <param name="Seen">What the checks saw; null when one failed.</param>
/// <param name="Problem">Why it failed; null when it did not.</param>
internal sealed record DemoOutcome(IReadOnlyList<RecordedRequest> Requests, TimeSpan Elapsed, string? Seen, string? Problem);
