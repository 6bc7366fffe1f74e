namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>One C# method of a client, ready to be written in the interface and in the class.</summary>
/// <param name="Expression">The body.</param>
/// <param name="IsPartial">True when the body is hand-written.</param>
/// <param name="ParameterComments">What each parameter but the cancellation token is.</param>
internal sealed record ClientMethod(
    string ReturnType,
    string Name,
    IReadOnlyList<string> Parameters,
    string Expression,
    bool IsPartial,
    string Summary,
    string Remarks,
    IReadOnlyList<(string Name, string Text)> ParameterComments,
    string Returns)
{
    public string Signature => $"{ReturnType} {Name}({string.Join(", ", Parameters)})";
}
