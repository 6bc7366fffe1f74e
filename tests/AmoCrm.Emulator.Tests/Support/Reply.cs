using System.Net;
using System.Text.Json.Nodes;

namespace AmoCrm.Emulator.Tests;

/// <summary>An answer, read to the end.</summary>
public sealed record Reply(HttpStatusCode Status, string? ContentType, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public JsonArray Items(string name) => Json["_embedded"]![name]!.AsArray();

    public IEnumerable<long> Ids(string name) => Items(name).Select(item => item!["id"]!.GetValue<long>());

    /// <summary>The validation errors of the first item, as "code path".</summary>
    public IEnumerable<string> Errors() =>
        Json["validation-errors"]![0]!["errors"]!.AsArray().Select(error => $"{error!["code"]} {error["path"]}");
}
