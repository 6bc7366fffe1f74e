using System.Globalization;
using System.Text.Json.Nodes;
using AmoCrm.Sdk.Generators.Parsing;
using AmoCrm.Sdk.Generators.Reading;

namespace AmoCrm.Sdk.Generators.Tests.RealSpec;

/// <summary>A YAML file as an editor's schema checker sees it.</summary>
internal static class YamlAsJson
{
    public static string Convert(string text)
    {
        var parsed = YamlFileParser.Parse(new ManifestFile("spec/x.yaml", text), CancellationToken.None);
        Assert.Empty(parsed.Problems);
        return Node(parsed.Root!)!.ToJsonString();
    }

    private static JsonNode? Node(YamlNode node) => node switch
    {
        YamlMapping mapping => new JsonObject(mapping.Entries.Select(entry => KeyValuePair.Create(entry.Name, Node(entry.Value)))),
        YamlSequence sequence => new JsonArray([.. sequence.Items.Select(Node)]),
        YamlScalar { Meaning: ScalarMeaning.Null } => null,
        YamlScalar { Meaning: ScalarMeaning.Flag } flag => JsonValue.Create(flag.Value is "true"),
        YamlScalar { Meaning: ScalarMeaning.Integer } integer => JsonValue.Create(long.Parse(integer.Value, CultureInfo.InvariantCulture)),
        YamlScalar { Meaning: ScalarMeaning.Number } number => JsonValue.Create(double.Parse(number.Value, CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(((YamlScalar)node).Value),
    };
}
