using System.Text.Json.Nodes;

namespace AmoCrm.Sdk.Soak;

/// <summary>What a run over one store showed.</summary>
/// <param name="Problems">What was not as it has to be; none when the run is ok.</param>
/// <param name="Figures">What was measured.</param>
internal sealed record SoakResult(IReadOnlyCollection<string> Problems, JsonObject Figures)
{
    private const int ToldAtMost = 10;

    public bool IsOk => Problems.Count == 0;

    public JsonObject ToJson()
    {
        var json = Figures.DeepClone().AsObject();
        if (!IsOk)
        {
            json["problems"] = new JsonArray([.. Problems.Take(ToldAtMost).Select(static problem => (JsonNode?)problem)]);
        }

        return json;
    }
}
