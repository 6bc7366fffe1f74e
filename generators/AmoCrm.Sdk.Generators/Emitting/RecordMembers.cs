using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>The members of what is read: properties, equality by the JSON, and printing of the id alone.</summary>
internal static class RecordMembers
{
    private static readonly TypeSpec Additional = new(TypeKind.Runtime, "AdditionalData", IsList: false, IsNullable: true, IsValueType: false);

    /// <summary>The members that the JSON does not declare.</summary>
    public static BackedProperty AdditionalData { get; } = new(Additional, "AdditionalData", "init");

    /// <summary>A field of the JSON as a property. A list that is never null is empty where the JSON has none, so nobody need give it.</summary>
    public static BackedProperty PropertyOf(FieldSpec field, string setter = "init") => field.Type is { IsList: true, IsNullable: false }
        ? new(field.Type, field.Property, setter, Initial: "[]")
        : new(field.Type, field.Property, setter, IsRequired: !field.Type.IsNullable);

    /// <summary>Fields stand together above the properties, which people read.</summary>
    public static void WriteFields(SourceWriter writer, IEnumerable<BackedProperty> properties)
    {
        foreach (var property in properties)
        {
            writer.Line(property.Field());
        }

        writer.Separate();
    }

    public static void WriteProperty(SourceWriter writer, BackedProperty property, string summary)
    {
        XmlComment.Write(writer, summary);
        writer.Line(property.Line());
        writer.Separate();
    }

    public static void WriteAdditionalData(SourceWriter writer, string what) =>
        WriteProperty(writer, AdditionalData, $"Members of the {what} that this type does not declare, kept as they came; null when there were none.");

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
