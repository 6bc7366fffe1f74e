namespace AmoCrm.Emulator.Admin;

/// <summary>Latencies as JSON.</summary>
internal static class LatencyJson
{
    public static EmulatorLatency Read(JsonObject json)
    {
        var minimum = json.Number("minimum_ms") ?? 0;
        return new EmulatorLatency
        {
            Method = json.Text("method"),
            Path = json.Text("path") ?? "*",
            Minimum = Milliseconds(minimum),
            Maximum = Milliseconds(json.Number("maximum_ms") ?? minimum),
        };
    }

    public static JsonObject Write(EmulatorLatency latency) => new()
    {
        ["method"] = latency.Method,
        ["path"] = latency.Path,
        ["minimum_ms"] = latency.Minimum.TotalMilliseconds,
        ["maximum_ms"] = latency.Maximum.TotalMilliseconds,
    };

    /// <summary>What is out of any range is left to the check of the profile, which says so.</summary>
    private static TimeSpan Milliseconds(double number) => TimeSpan.FromMilliseconds(Math.Clamp(number, -1, 1e12));
}
