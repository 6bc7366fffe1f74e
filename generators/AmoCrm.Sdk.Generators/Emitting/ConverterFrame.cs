namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>The part that all JSON converters share: a converter class around static <c>ReadValue</c> and <c>WriteValue</c>.</summary>
internal static class ConverterFrame
{
    /// <summary>Writes the class with its overrides and static methods.</summary>
    /// <param name="writer">Where it goes.</param>
    /// <param name="type">The type that is converted.</param>
    /// <param name="isStruct">Whether it is a struct, which is never null.</param>
    /// <param name="members">Writes <c>ReadValue</c>, <c>WriteValue</c> and what they need.</param>
    public static SourceFile Create(SourceWriter writer, string folder, string type, bool isStruct, Action members)
    {
        var result = isStruct ? type : type + "?";
        writer.Line($"/// <summary>Reads and writes <see cref=\"{type}\"/> as amoCRM spells it, without reflection.</summary>");
        writer.Line("[EditorBrowsable(EditorBrowsableState.Never)]");
        writer.Line(CSharpFile.GeneratedCode);
        using (writer.Block($"public sealed class {type}JsonConverter : JsonConverter<{type}>"))
        {
            writer.Line($"""
                /// <inheritdoc/>
                public override {result} Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadValue(ref reader);

                /// <inheritdoc/>
                public override void Write(Utf8JsonWriter writer, {type} value, JsonSerializerOptions options) => WriteValue(writer, value);
                """);
            writer.Separate();
            members();
        }

        return CSharpFile.Create($"{folder}/{type}JsonConverter.g.cs", CSharpFile.JsonNamespace, writer);
    }

    /// <summary>The comment of the static reader.</summary>
    public static void ReadComment(SourceWriter writer, string type, bool isStruct) => writer.Line($"""
        /// <summary>Reads one {type}: the reader stands on its first token before and on its last token after the call.</summary>
        /// <param name="reader">The reader.</param>
        /// <returns>{(isStruct ? "The value." : "The value; null where the JSON has no object.")}</returns>
        /// <exception cref="JsonException">The JSON is malformed{(isStruct ? "" : " or lacks a member that is never absent")}.</exception>
        """);

    /// <summary>The comment of the static writer.</summary>
    public static void WriteComment(SourceWriter writer, string type) => writer.Line($"""
        /// <summary>Writes one {type}.</summary>
        /// <param name="writer">The writer, where a value may stand.</param>
        /// <param name="value">The value.</param>
        """);
}
