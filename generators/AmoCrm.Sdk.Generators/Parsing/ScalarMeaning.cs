namespace AmoCrm.Sdk.Generators.Parsing;

/// <summary>What YAML takes a scalar for.</summary>
internal enum ScalarMeaning
{
    Text,
    Null,
    Flag,

    /// <summary>A flag to YAML 1.1 and text to YAML 1.2: <c>no</c>, <c>on</c>. Editors and tools disagree on it.</summary>
    DisputedFlag,
    Integer,
    Number,
}
