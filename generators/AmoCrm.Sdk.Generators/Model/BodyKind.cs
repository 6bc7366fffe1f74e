namespace AmoCrm.Sdk.Generators.Model;

/// <summary>The shape of a request body.</summary>
internal enum BodyKind
{
    None,
    Object,

    /// <summary>An array; a single call sends one item.</summary>
    Array,

    /// <summary>The value of the only body param.</summary>
    Value,
}
