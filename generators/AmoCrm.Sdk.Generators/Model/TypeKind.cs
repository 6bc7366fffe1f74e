namespace AmoCrm.Sdk.Generators.Model;

/// <summary>The family of a type expression's element.</summary>
internal enum TypeKind
{
    /// <summary>string, int32, int64, decimal, bool, unixTime, json.</summary>
    Primitive,

    /// <summary>A hand-written type of the runtime, see <c>RuntimeTypes</c>.</summary>
    Runtime,

    /// <summary>A model of the manifest that is JSON on the wire.</summary>
    Model,

    /// <summary>A model of the manifest that becomes a query string.</summary>
    QueryModel,

    /// <summary>An open enum over strings.</summary>
    StringEnum,

    /// <summary>An open enum over integers.</summary>
    IntegerEnum,
}
