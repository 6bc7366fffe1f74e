using System.Text.Json.Nodes;

namespace AmoCrm.Sdk.Soak.Slow;

/// <summary>What was counted in one case: the worst of its repetitions.</summary>
internal sealed record SlowFigures(int Calls, int FailedWhileAlive, int PresentedWhileAlive, int PresentedInAll, int MostInFlight)
{
    public SlowFigures Worst(SlowFigures? other) => other is null ? this : new(
        Calls + other.Calls,
        FailedWhileAlive + other.FailedWhileAlive,
        Math.Max(PresentedWhileAlive, other.PresentedWhileAlive),
        Math.Max(PresentedInAll, other.PresentedInAll),
        Math.Max(MostInFlight, other.MostInFlight));

    public JsonObject ToJson() => new()
    {
        ["calls"] = Calls,
        ["failed_calls_while_alive"] = FailedWhileAlive,
        ["presented_while_alive"] = PresentedWhileAlive,
        ["presented_in_all"] = PresentedInAll,
        ["most_in_flight"] = MostInFlight,
    };
}
