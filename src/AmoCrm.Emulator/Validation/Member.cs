namespace AmoCrm.Emulator.Validation;

/// <summary>A member of an object: its name, its shape, whether it must be there and whether null will do.</summary>
internal sealed record Member(string Name, Shape Shape, bool Required = false, bool Nullable = false);
