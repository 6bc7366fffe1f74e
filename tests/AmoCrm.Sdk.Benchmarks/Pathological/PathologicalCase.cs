using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;

namespace AmoCrm.Sdk.Benchmarks.Pathological;

/// <summary>A lead that nobody would expect, as large as a page, beside ten of a webhook's size with as many bytes together: where reading is linear, both take the same time.</summary>
public abstract class PathologicalCase : BenchmarkCase
{
    private const int Times = 10;

    private readonly byte[] _large;
    private readonly byte[] _small;

    /// <param name="write">Writes a lead of so many parts.</param>
    /// <param name="parts">How many the small one has.</param>
    private protected PathologicalCase(Func<int, string> write, int parts)
    {
        _small = Encoding.UTF8.GetBytes(write(parts));
        _large = Encoding.UTF8.GetBytes(write(parts * Times));
    }

    [Benchmark]
    public object Sdk() => Read(_large);

    [Benchmark(Baseline = true)]
    public object TenSmallOnes()
    {
        object last = this;
        for (var i = 0; i < Times; i++)
        {
            last = Read(_small);
        }

        return last;
    }

    public override Task CheckAsync()
    {
        foreach (var json in (byte[][])[_small, _large])
        {
            using var stream = new MemoryStream();
            using (var writer = new Utf8JsonWriter(stream))
            {
                Read(json).WriteTo(writer);
            }

            SameWork.Json(nameof(Sdk), json, stream.ToArray());
        }

        SameWork.Value("The size", true, Math.Abs((_large.Length / (double)_small.Length) - Times) < 0.2);
        return Task.CompletedTask;
    }

    private static Lead Read(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return Lead.ReadFrom(ref reader)!;
    }
}
