namespace AmoCrm.Sdk.Benchmarks;

/// <summary>A case and the name under which its figures appear.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The class of the case.</param>
internal sealed record BenchmarkEntry(string Name, Type Type)
{
    public BenchmarkCase Create() => (BenchmarkCase)Activator.CreateInstance(Type)!;
}
