namespace AmoCrm.Sdk.Dispatch;

/// <summary>One parameter of a handler, as dynamic calls know it.</summary>
/// <param name="Name">The name in the arguments' JSON, for example <c>company_id</c>.</param>
/// <param name="Type">The type as the manifest writes it, without the nullable mark: <c>string</c>, <c>int64</c>, <c>CompanyFilter</c>, <c>string[]</c> …</param>
/// <param name="IsRequired">Whether a call without it is refused.</param>
public sealed record HandlerParameter(string Name, string Type, bool IsRequired)
{
    /// <summary>What the parameter is for.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Further names under which dynamic calls may give it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The value that is taken when none is given, as text; null when there is none.</summary>
    public string? Default { get; init; }

    /// <summary>The only values that are taken; empty when the type alone decides, or, with an <see cref="AllowedValuesReason"/>, when none is taken any more.</summary>
    public IReadOnlyList<string> AllowedValues { get; init; } = [];

    /// <summary>Why only <see cref="AllowedValues"/> are taken, one sentence that names what to use; null when it goes without saying.</summary>
    public string? AllowedValuesReason { get; init; }

    /// <summary>Whether the C# method takes it as a parameter of its own rather than as a property of the request.</summary>
    public bool IsPositional { get; init; }

    /// <summary>Whether it is taken for old callers' sake and has no effect.</summary>
    public bool IsIgnored { get; init; }

    /// <summary>When it is needed or forbidden beside other parameters, in words; null when it stands alone.</summary>
    public string? Requirement { get; init; }
}
