using AmoCrm.Emulator;
using AmoCrm.Sdk.Auth.Refresh;

namespace AmoCrm.Sdk.Soak.Kill;

/// <summary>When a process is killed.</summary>
/// <param name="Name">What the figures call it.</param>
/// <param name="Point">The point of a refresh at which it dies, or that is waited for when it dies in a token call; null: at any moment.</param>
/// <param name="Fault">What befalls the token call in which it dies; null where it does not die in one.</param>
internal sealed record KillMoment(string Name, TokenRefreshPoint? Point, EmulatorFaultKind? Fault = null)
{
    /// <summary>Every point that the protocol has, and the time in which the token call is under way.</summary>
    public static IReadOnlyList<KillMoment> All { get; } =
    [
        .. Enum.GetValues<TokenRefreshPoint>().Select(static point => new KillMoment(point.ToString(), point)),
        new("InCallNeverExecuted", TokenRefreshPoint.SpendingNoted, EmulatorFaultKind.ConnectionReset),
        new("InCallExecutedLater", TokenRefreshPoint.SpendingNoted, EmulatorFaultKind.Latency),
        new("InCallExecuted", TokenRefreshPoint.SpendingNoted, EmulatorFaultKind.SlowAnswer),
        new("AnyMoment", null),
    ];
}
