namespace AmoCrm.Sdk.Soak.Load;

/// <summary>What an emulator in a process of its own is started with.</summary>
/// <param name="EnforceLimits">Whether it keeps amoCRM's limits.</param>
/// <param name="Contacts">How many contacts there are at the start.</param>
/// <param name="LatencyMilliseconds">How long answers take.</param>
internal sealed record EmulatorSetup(bool EnforceLimits, int Contacts = 0, int LatencyMilliseconds = 0);
