using AmoCrm.Sdk.Benchmarks.Targets;

namespace AmoCrm.Sdk.Benchmarks.Report;

/// <summary>Why a goal is missed, for each that may be. The report says by how much.</summary>
internal static class MissedGoals
{
    private static readonly Dictionary<(string Case, TargetMeasure Measure), string> Reasons = new()
    {
        [("decode.page", TargetMeasure.TimeRatio)] =
            "More than a third of the baseline's time is the tokenising that both do, and our models keep more: values of custom fields by kind, unknown members, texts where numbers are declared.",
        [("encode.creates", TargetMeasure.TimeRatio)] = "Keys of custom fields are resolved for each item, and the body is written with the settings of the account at hand; the baseline writes what it is given.",
        [("limiter", TargetMeasure.Nanoseconds)] =
            "A permit is taken and begins to count when the request leaves: twice the lock of the account, and the clock once, or twice where the window is full. Fewer would be a window that is not exact.",
        [("pipeline", TargetMeasure.ExtraNanoseconds)] =
            "Each stage (settings, token, permit, repetition, time of the call, telemetry) is a method that may have to wait. A permit and the timer of the call are most of what they do where nobody waits.",
        [("pipeline", TargetMeasure.ExtraBytes)] = "Most of what is left is the telemetry of the call, one object, which outlives the call's methods where a connection of the pool still tells of it.",
        [("dispatch.typed", TargetMeasure.ExtraNanoseconds)] = "The name is looked up in a frozen dictionary, which alone takes most of it, and the types of request and result are compared with the handler's.",
        [("dispatch.bind", TargetMeasure.Nanoseconds)] =
            "Reading the values from the JSON is a sixth. All names are looked at before any value is bound, by alias too, and which were given is noted: an unknown or repeated argument is an error that names it, and nothing is sent.",
        [("dispatch.bind", TargetMeasure.Bytes)] = "The request that is made and its texts are most of it.",
    };

    /// <returns>Null where nobody has found out.</returns>
    public static string? ReasonFor(string benchmark, TargetMeasure measure) => Reasons.GetValueOrDefault((benchmark, measure));
}
