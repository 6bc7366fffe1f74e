namespace AmoCrm.Emulator;

/// <summary>
/// A scripted fault: of the requests that match, after <see cref="Skip"/> others, each meets it with <see cref="Probability"/>, until <see cref="Count"/> have met it.
/// </summary>
public sealed class EmulatorFault
{
    /// <summary>The HTTP method that matches; null (the default) matches all.</summary>
    public string? Method { get; init; }

    /// <summary>The path that matches, without the query; <c>*</c> stands for any text. All paths by default.</summary>
    public string Path { get; init; } = "*";

    /// <summary>How many matching requests pass first; 0 by default.</summary>
    public int Skip { get; init; }

    /// <summary>How many requests meet the fault after that; 1 by default, <see cref="int.MaxValue"/> is for ever.</summary>
    public int Count { get; init; } = 1;

    /// <summary>
    /// How likely a matching request meets the fault, from 0 to 1; 1 (always) by default. One that is spared uses up nothing of <see cref="Count"/>, and the next fault that matches may take it.
    /// See <see cref="AmoCrmEmulatorOptions.FaultSeed"/>.
    /// </summary>
    public double Probability { get; init; } = 1;

    /// <summary>What happens.</summary>
    public EmulatorFaultKind Kind { get; init; }

    /// <summary>The status of <see cref="EmulatorFaultKind.Status"/>; 503 by default.</summary>
    public int Status { get; init; } = 503;

    /// <summary>
    /// A real-time delay, none by default. It comes before anything else happens, with any kind but <see cref="EmulatorFaultKind.SlowAnswer"/>, where it comes after the execution.
    /// A caller that hangs up meanwhile cancels nothing: what was read is executed, as the real server does.
    /// </summary>
    public TimeSpan Latency { get; init; }

    /// <summary>The <c>Retry-After</c> header in seconds; null (the default) sends none.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>The body of <see cref="EmulatorFaultKind.Status"/> instead of problem JSON; null (the default) writes a problem.</summary>
    public string? Body { get; init; }
}
