using System.Text.Json;
using AmoCrm.Sdk.Json;

namespace AmoCrm.Sdk;

/// <summary>One element of the <c>values</c> that are sent.</summary>
internal readonly struct CustomFieldInputItem(CustomFieldInputKind kind)
{
    public CustomFieldInputKind Kind => kind;

    /// <summary>The text; of <see cref="CustomFieldInputKind.EnumCode"/> the code.</summary>
    public string? Text { get; init; }

    /// <summary>The number; of <see cref="CustomFieldInputKind.EnumId"/> the id, of <see cref="CustomFieldInputKind.Flag"/> 0 or 1.</summary>
    public decimal Number { get; init; }

    public DateTimeOffset Time { get; init; }

    /// <summary>The label of a <see cref="CustomFieldInputKind.Multitext"/>.</summary>
    public string? Label { get; init; }

    /// <summary>The object of a <see cref="CustomFieldInputKind.Raw"/>.</summary>
    public JsonElement Raw { get; init; }

    public static CustomFieldInputItem OfText(string text) => new(CustomFieldInputKind.Text) { Text = text };

    public static CustomFieldInputItem OfNumber(decimal number) => new(CustomFieldInputKind.Number) { Number = number };

    public static CustomFieldInputItem OfFlag(bool flag) => new(CustomFieldInputKind.Flag) { Number = flag ? 1 : 0 };

    public static CustomFieldInputItem OfTime(DateTimeOffset time) => new(CustomFieldInputKind.Time) { Time = time };

    public static CustomFieldInputItem OfEnumText(string text) => new(CustomFieldInputKind.EnumText) { Text = text };

    public static CustomFieldInputItem OfEnumId(long id) => new(CustomFieldInputKind.EnumId) { Number = id };

    public static CustomFieldInputItem OfEnumCode(string code) => new(CustomFieldInputKind.EnumCode) { Text = code };

    public static CustomFieldInputItem OfMultitext(string text, string? label) => new(CustomFieldInputKind.Multitext) { Text = text, Label = label };

    public static CustomFieldInputItem OfRaw(JsonElement value) => new(CustomFieldInputKind.Raw) { Raw = value };

    /// <summary>Writes the value object.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        if (Kind == CustomFieldInputKind.Raw)
        {
            Raw.WriteTo(writer);
            return;
        }

        writer.WriteStartObject();
        switch (Kind)
        {
            case CustomFieldInputKind.Number:
                JsonWrite.AsItIs(writer, "value"u8, Number);
                break;
            case CustomFieldInputKind.Flag:
                writer.WriteBoolean("value"u8, Number == 1);
                break;
            case CustomFieldInputKind.Time:
                // Unix seconds: a text was refused with "should be of type int".
                writer.WriteNumber("value"u8, Time.ToUnixTimeSeconds());
                break;
            case CustomFieldInputKind.EnumId:
                writer.WriteNumber("enum_id"u8, (long)Number);
                break;
            case CustomFieldInputKind.EnumCode:
                writer.WriteString("enum_code"u8, Text);
                break;
            default:
                writer.WriteString("value"u8, Text);
                break;
        }

        if (Label is not null)
        {
            writer.WriteString("enum_code"u8, Label);
        }

        writer.WriteEndObject();
    }
}
