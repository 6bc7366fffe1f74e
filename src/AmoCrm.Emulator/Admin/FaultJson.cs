namespace AmoCrm.Emulator.Admin;

/// <summary>Faults as JSON.</summary>
internal static class FaultJson
{
    public static EmulatorFault Read(JsonObject json) => new()
    {
        Method = json.Text("method"),
        Path = json.Text("path") ?? "*",
        Skip = (int)(json.Long("skip") ?? 0),
        Count = (int)(json.Long("count") ?? 1),
        Probability = json.Number("probability") ?? 1,
        Kind = (EmulatorFaultKind)SnakeCase.Parse(typeof(EmulatorFaultKind), json.Text("kind") ?? "status"),
        Status = (int)(json.Long("status") ?? 503),
        Latency = TimeSpan.FromMilliseconds(json.Long("latency_ms") ?? 0),
        RetryAfterSeconds = (int?)json.Long("retry_after"),
        Body = json.Text("body"),
    };

    public static JsonObject Write(EmulatorFault fault) => new()
    {
        ["method"] = fault.Method,
        ["path"] = fault.Path,
        ["skip"] = fault.Skip,
        ["count"] = fault.Count,
        ["probability"] = fault.Probability,
        ["kind"] = SnakeCase.Of(fault.Kind.ToString()),
        ["status"] = fault.Status,
        ["latency_ms"] = (long)fault.Latency.TotalMilliseconds,
        ["retry_after"] = fault.RetryAfterSeconds,
        ["body"] = fault.Body,
    };
}
