namespace AmoCrm.Sdk.Generators.Model;

/// <summary>Inclusive bounds; a null side is open.</summary>
internal sealed record RangeSpec(long? Minimum, long? Maximum);
