using System.Globalization;

namespace AmoCrm.Sdk.Benchmarks.Pathological;

/// <summary>10,000 members that no model knows.</summary>
public class UnknownMembers() : PathologicalCase(
    static count => $"{{\"id\":1,{string.Join(',', Enumerable.Range(0, count).Select(static index => string.Create(CultureInfo.InvariantCulture, $"\"unknown_{index:D5}\":{index % 10}")))}}}",
    parts: 1_000);
