namespace AmoCrm.Sdk.Transport;

/// <summary>The outermost JSON of a request's body.</summary>
internal enum BodyKind
{
    /// <summary>No body.</summary>
    None,

    /// <summary>One object.</summary>
    Object,

    /// <summary>An array of items, also when there is one only.</summary>
    Array,

    /// <summary>Whatever the one body parameter is.</summary>
    Value,
}
