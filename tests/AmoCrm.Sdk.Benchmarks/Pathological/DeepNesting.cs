namespace AmoCrm.Sdk.Benchmarks.Pathological;

/// <summary>Unknown members nested as deep as JSON may be, one after the other.</summary>
public class DeepNesting() : PathologicalCase(static count => $"{{\"id\":1,\"unknown\":[{string.Join(',', Enumerable.Repeat(Nest, count))}]}}", parts: 200)
{
    private const int Depth = 60;

    private static readonly string Nest = new string('[', Depth) + new string(']', Depth);
}
