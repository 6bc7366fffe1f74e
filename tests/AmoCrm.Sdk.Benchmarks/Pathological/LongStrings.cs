namespace AmoCrm.Sdk.Benchmarks.Pathological;

/// <summary>One text of 250 KB with escapes in it.</summary>
public class LongStrings() : PathologicalCase(static count => $"{{\"id\":1,\"name\":\"{string.Concat(Enumerable.Repeat(@"Сделка \u041f\n\""x\""", count))}\"}}", parts: 1_000);
