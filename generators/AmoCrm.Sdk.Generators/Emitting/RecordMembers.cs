using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>The members of what is read: properties, and equality and printing by the JSON.</summary>
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

    /// <summary>What the compiler would write for a record compares lists by reference, prints their types, and is 80 KB of code.</summary>
    public static void WriteIdentity(SourceWriter writer, string type)
    {
        writer.Line($"""
            /// <summary>Whether both are the same JSON, lists and what is in them included.</summary>
            /// <param name="other">The other one.</param>
            /// <returns>True when they are.</returns>
            public bool Equals({type}? other) => JsonIdentity.AreEqual(this, other);

            /// <inheritdoc/>
            public override int GetHashCode() => JsonIdentity.GetHashCode(this);

            private bool PrintMembers(StringBuilder builder) => JsonIdentity.Print(this, builder);

            void IJsonWritable.WriteTo(Utf8JsonWriter writer) => {type}JsonConverter.WriteValue(writer, this);
            """);
        writer.Separate();
    }
}
