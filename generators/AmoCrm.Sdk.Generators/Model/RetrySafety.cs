namespace AmoCrm.Sdk.Generators.Model;

/// <summary>Whether a request may be repeated when nobody knows if it was carried out.</summary>
internal enum RetrySafety
{
    Safe,
    Idempotent,
    Unsafe,
}
