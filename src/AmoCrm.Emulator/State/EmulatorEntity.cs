namespace AmoCrm.Emulator;

/// <summary>An object of an account, for tests to compare.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name; of a task the text.</param>
public sealed record EmulatorEntity(long Id, string? Name);
