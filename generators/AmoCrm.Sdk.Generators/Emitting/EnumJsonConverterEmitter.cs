using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Emits the JSON converter of an open enum.</summary>
internal static class EnumJsonConverterEmitter
{
    public static SourceFile Emit(EnumSpec spec)
    {
        var writer = new SourceWriter();
        return ConverterFrame.Create(writer, "Enums", spec.Name, isStruct: true, () =>
        {
            ConverterFrame.ReadComment(writer, spec.Name, isStruct: true);
            writer.Line(spec.IsInteger
                ? $"public static {spec.Name} ReadValue(ref Utf8JsonReader reader) => new(JsonRead.Int64(ref reader));"
                : $"public static {spec.Name} ReadValue(ref Utf8JsonReader reader) => new(JsonRead.RepeatedString(ref reader) ?? string.Empty);");
            writer.Separate();
            ConverterFrame.WriteComment(writer, spec.Name);
            writer.Line($"public static void WriteValue(Utf8JsonWriter writer, {spec.Name} value) => writer.{(spec.IsInteger ? "WriteNumberValue" : "WriteStringValue")}(value.Value);");
        });
    }
}
