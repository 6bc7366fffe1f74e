namespace AmoCrm.Sdk.Soak.Load;

/// <summary>What a process is told that makes as many calls as it may.</summary>
/// <param name="Emulator">Where.</param>
/// <param name="Redis">What it shares the limit through; null for nothing.</param>
/// <param name="Callers">How many callers want something all the time.</param>
/// <param name="Time">For how long.</param>
/// <param name="Window">The window of the limit.</param>
internal sealed record LoadSetup(EmulatorFigures Emulator, string? Redis, int Callers, TimeSpan Time, TimeSpan Window);
