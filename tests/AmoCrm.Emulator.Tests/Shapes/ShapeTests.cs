using System.Text.Json.Nodes;

namespace AmoCrm.Emulator.Tests.Shapes;

/// <summary>Answers hold every key and JSON kind of what amoCRM documents.</summary>
public sealed class ShapeTests : EmulatorTest
{
    private static readonly string Fixtures = Path.Combine(RepositoryFiles.Root, "tests", "AmoCrm.Emulator.Tests", "Shapes", "fixtures");

    public static TheoryData<string> Names => [.. Directory.EnumerateFiles(Fixtures, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> SampleNames => [.. OfficialSamples.Files.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_answer_has_the_shape_of_our_fixture(string name)
    {
        var fixture = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Fixtures, name + ".json"), Cancellation))!;
        Assert.Empty(JsonOutline.Missing(fixture, await AnswerAsync(name)));
    }

    [Theory]
    [MemberData(nameof(SampleNames))]
    public async Task An_answer_has_the_shape_of_the_official_sample(string name)
    {
        var folder = Environment.GetEnvironmentVariable("AMOCRM_SAMPLES");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "AMOCRM_SAMPLES names no folder with the official samples");
        var sample = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder!, OfficialSamples.Files[name]), Cancellation))!;
        var missing = JsonOutline.Missing(sample, await AnswerAsync(name)).Select(path => $"{name} {path}");
        Assert.Equal(OfficialSamples.Oddities.Keys.Where(oddity => oddity.StartsWith(name + " ", StringComparison.Ordinal)), missing);
    }

    private Task<JsonNode> AnswerAsync(string name)
    {
        if (name == "account-domain")
        {
            // The only one that no account's host answers.
            Client.DefaultRequestHeaders.Host = "www.amocrm.ru";
        }

        return name.StartsWith("event-", StringComparison.Ordinal)
            ? new ShapeEvents(SendAsync).AnswerAsync(name)
            : new ShapeRequests(SendAsync, Crm).AnswerAsync(name);
    }

    private Task<Reply> SendAsync(string method, string path, string? body) => SendAsync(new HttpMethod(method), path, body);
}
