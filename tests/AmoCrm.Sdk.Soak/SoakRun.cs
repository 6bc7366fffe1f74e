using System.Collections.Concurrent;

namespace AmoCrm.Sdk.Soak;

/// <summary>One run of a program over one store: what it works with, and what it found wrong.</summary>
/// <param name="Store">The store.</param>
/// <param name="ConnectionString">The MongoDB; null for a file.</param>
/// <param name="IsQuick">Whether it is the short form.</param>
internal sealed record SoakRun(StoreKind Store, string? ConnectionString, bool IsQuick)
{
    private readonly ConcurrentQueue<string> _problems = new();

    public IReadOnlyCollection<string> Problems => _problems;

    public StorePlace CreatePlace() => StorePlace.Create(Store, ConnectionString);

    public void Expect(bool isTrue, string problem)
    {
        if (!isTrue)
        {
            _problems.Enqueue(problem);
            Say($"NOT OK: {problem}");
        }
    }

    public void Say(string progress) => Console.Error.WriteLine($"{TimeProvider.System.GetUtcNow():HH:mm:ss} {(Store == StoreKind.None ? "" : $"{Store}: ")}{progress}");
}
