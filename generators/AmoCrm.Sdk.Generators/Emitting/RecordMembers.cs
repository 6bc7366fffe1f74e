using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>The members of what is read: properties, equality by the JSON, and printing of the id alone.</summary>
internal static class RecordMembers
{
    public static void WriteProperty(SourceWriter writer, FieldSpec field, string setter = "init")
    {
        var type = CSharpType.Of(field.Type);
        XmlComment.Write(writer, field.Summary);

        // A list that is never null is empty where the JSON has none, so nobody need give it.
        writer.Line(field.Type switch
        {
            { IsNullable: true } => $"public {type} {field.Property} {{ get; {setter}; }}",
            { IsList: true } => $"public {type} {field.Property} {{ get; {setter}; }} = [];",
            _ => $"public required {type} {field.Property} {{ get; {setter}; }}",
        });
        writer.Separate();
    }

    public static void WriteAdditionalData(SourceWriter writer, string what)
    {
        writer.Line($$"""
            /// <summary>Members of the {{what}} that this type does not declare, kept as they came; null when there were none.</summary>
            public AdditionalData? AdditionalData { get; init; }
            """);
        writer.Separate();
    }

    /// <summary>What the compiler would write for a record compares lists by reference, prints a customer's data, and is 80 KB of code.</summary>
    public static void WriteIdentity(SourceWriter writer, string type, IEnumerable<FieldSpec> fields)
    {
        var id = fields.Any(static field => field is { Property: "Id", Type: { Name: "int64", IsList: false } }) ? "Id" : "null";
        writer.Line($"""
            /// <summary>Whether both are the same JSON, lists and what is in them included.</summary>
            /// <param name="other">The other one.</param>
            /// <returns>True when they are.</returns>
            public bool Equals({type}? other) => JsonIdentity.AreEqual(this, other);

            /// <inheritdoc/>
            public override int GetHashCode() => JsonIdentity.GetHashCode(this);

            private bool PrintMembers(StringBuilder builder) => RequestText.PrintId(builder, {id});
            """);
        writer.Separate();
    }
}
