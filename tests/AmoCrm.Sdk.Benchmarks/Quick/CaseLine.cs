using System.Text.Json;
using System.Text.Json.Nodes;
using AmoCrm.Sdk.Benchmarks.Targets;

namespace AmoCrm.Sdk.Benchmarks.Quick;

/// <summary>The line of JSON that a case prints.</summary>
internal static class CaseLine
{
    public static string Of(CaseResult result)
    {
        var line = new JsonObject { ["case"] = result.Name };
        Add(line, result.Subject);
        if (result.Baseline is { } baseline)
        {
            line["baseline_ns"] = Rounded(baseline.Nanoseconds);
            line["baseline_bytes"] = Rounded(baseline.Bytes);
        }

        line["peers"] = new JsonObject(result.Peers.Select(static peer => KeyValuePair.Create(peer.Name, (JsonNode?)Add([], peer))));
        if (result.Outcomes is { Count: > 0 } outcomes)
        {
            line["targets"] = new JsonArray([.. outcomes.Select(static outcome => (JsonNode)ToJson(outcome))]);
            line["ok"] = result.IsOk;
        }

        return line.ToJsonString();
    }

    private static JsonObject Add(JsonObject json, WayResult way)
    {
        if (way.Ratio is { } ratio)
        {
            json["ratio"] = Rounded(ratio);
        }

        json["ns"] = Rounded(way.Nanoseconds);
        json["bytes"] = Rounded(way.Bytes);
        return json;
    }

    private static JsonObject ToJson(TargetOutcome outcome) => new()
    {
        ["measure"] = JsonNamingPolicy.SnakeCaseLower.ConvertName(outcome.Target.Measure.ToString()),
        ["value"] = Rounded(outcome.Value),
        ["gate"] = outcome.Target.Gate,
        ["goal"] = outcome.Target.Goal,
        ["ok"] = outcome.MeetsGate,
        ["goal_met"] = outcome.MeetsGoal,
    };

    private static double Rounded(double value) => Math.Abs(value) < 10 ? Math.Round(value, 3) : Math.Round(value, 1);
}
