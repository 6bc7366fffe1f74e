using AmoCrm.Emulator;

namespace AmoCrm.Sdk.Soak.Slow;

/// <summary>How the token route is slow, and what becomes of it.</summary>
/// <param name="Name">What the figures call it.</param>
/// <param name="Fault">What befalls the token calls.</param>
/// <param name="Heals">Whether the route is well again when the access token has ended.</param>
/// <param name="StartsEnded">Whether the access token has ended from the start.</param>
internal sealed record SlowCase(string Name, EmulatorFaultKind Fault, bool Heals, bool StartsEnded = false)
{
    public static IReadOnlyList<SlowCase> All { get; } =
    [
        new("executed_then_healed", EmulatorFaultKind.SlowAnswer, Heals: true),
        new("executed_and_still_slow", EmulatorFaultKind.SlowAnswer, Heals: false),
        new("never_executed_then_healed", EmulatorFaultKind.ConnectionReset, Heals: true),
        new("executed_late_and_still_slow", EmulatorFaultKind.Latency, Heals: false),
        new("token_ended_from_the_start", EmulatorFaultKind.Latency, Heals: false, StartsEnded: true),
    ];

    /// <summary>Whether amoCRM gave the pair whose answer was lost.</summary>
    public bool IsExecuted => Fault != EmulatorFaultKind.ConnectionReset;
}
