using System.Text.Json.Nodes;

namespace AmoCrm.Sdk.Tests.Samples;

/// <summary>One JSON sample of the official pages.</summary>
/// <param name="Folder">The page it is from: <c>companies-api</c>.</param>
/// <param name="Name">The file's name: number, heading, kind.</param>
/// <param name="Json">What the page shows.</param>
internal sealed record Sample(string Folder, string Name, JsonNode Json)
{
    public const string Variable = "AMOCRM_SAMPLES";

    public bool IsRequest => Name.EndsWith(".request.json", StringComparison.Ordinal);

    public override string ToString() => $"{Folder}/{Name}";

    /// <summary>All samples of the folder that the environment names; the test is skipped when it names none.</summary>
    public static IReadOnlyList<Sample> All()
    {
        var root = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(string.IsNullOrEmpty(root), $"{Variable} names no folder with the official samples");
        var samples = Directory.EnumerateFiles(root, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(static file => new Sample(Path.GetFileName(Path.GetDirectoryName(file)!), Path.GetFileName(file), JsonNode.Parse(File.ReadAllText(file))!))
            .ToList();
        Assert.NotEmpty(samples);
        return samples;
    }
}
