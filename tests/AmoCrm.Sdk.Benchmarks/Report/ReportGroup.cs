namespace AmoCrm.Sdk.Benchmarks.Report;

/// <summary>A section of the report.</summary>
/// <param name="Prefix">What the names of its cases start with.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Text">What the figures are of.</param>
internal sealed record ReportGroup(string Prefix, string Title, string Text)
{
    public static IReadOnlyList<ReportGroup> All { get; } =
    [
        new("decode", "Reading JSON", "A page of 250 leads with custom fields, tags and contacts, one lead, and the body of an error. `HandWritten` is System.Text.Json's source generator as it comes; `HandTuned` has a converter for the values of custom fields besides. The SDK also keeps members that it does not know; none of the others does."),
        new("encode", "Writing JSON", "The body of a request that creates 50 leads with custom fields, and of one that changes a lead, into memory that is used again. The SDK's way contains the check of each custom field."),
        new("call", "Calls", "From the arguments to the typed result: with the SDK's whole pipeline (settings, token, limits, repetition, timeouts, telemetry), beside clients that have none of it. `stub` is without a network, `loopback` over a connection to a web server in the same process, whose work is in the figures of all ways alike. In `call.get.observed` somebody listens to traces, metrics and logs."),
        new("dispatch", "Dispatch by name", "By name with typed arguments and with JSON arguments, beside the typed call; the binding of five JSON arguments; a name that does not exist."),
        new("engine", "Engine", "A step that takes ten values from its context, beside the same step with the values in it."),
        new("limiter", "Limiter", "A permit that is there at once: taken, the request leaves, given back."),
        new("pipeline", "Pipeline without I/O", "What the stages (settings, token, permit, repetition, the time of the call, telemetry) add to the SDK's own exchange of a message, which has a time limit and the account's circuit. `ByHand` is an exchange over the same handler without any of it, from an address that is there already."),
        new("pathological", "Inputs that nobody expects", "One lead as large as a page, beside ten of a webhook's size with as many bytes together: unknown members, long texts, deep nesting. Where reading is linear the ratio is about 1."),
        new("generator", "Generator", "On the real manifest: from nothing, after an unrelated keystroke, after an edit of one module."),
    ];
}
