using System.Globalization;
using System.Text.Json;
using AmoCrm.Sdk;
using AmoCrm.Sdk.Json;

namespace AmoCrm.Cli.Transfer;

/// <summary>Writes values as the text of a cell, and reads several values out of one.</summary>
internal static class CellText
{
    private const string Separator = ", ";

    /// <summary>A member of an entity. Of links the main one comes first.</summary>
    public static string Of(JsonElement value, EntityMemberKind kind) => (kind, value.ValueKind) switch
    {
        (_, JsonValueKind.Null or JsonValueKind.Undefined) => string.Empty,
        (EntityMemberKind.Time, JsonValueKind.Number) when value.TryGetInt64(out var seconds) => Time(DateTimeOffset.FromUnixTimeSeconds(seconds)),
        (EntityMemberKind.Tags, JsonValueKind.Array) => Joined([.. value.EnumerateArray().Select(static tag => tag.TryGetProperty("name", out var name) ? name.GetString() ?? string.Empty : string.Empty)]),
        (EntityMemberKind.Links, JsonValueKind.Array) => Joined([.. value.EnumerateArray().OrderByDescending(IsMain).Select(static link => link.GetProperty("id").GetRawText())]),
        (_, JsonValueKind.String) => value.GetString()!,
        _ => value.GetRawText(),
    };

    /// <summary>The value of a custom field. Several are joined; labels of phones are left out; what has no short form stays JSON.</summary>
    public static string Of(CustomFieldValue value) => value switch
    {
        TextFieldValue text => text.Value,
        NumberFieldValue number => number.Value.ToString(CultureInfo.InvariantCulture),
        FlagFieldValue flag => flag.Value ? "true" : "false",
        DateFieldValue date => Time(date.Value),
        ChoiceFieldValue { Choice.Value: { } choice } => choice,
        ChoicesFieldValue choices when choices.Choices.All(static choice => choice.Value is not null) => Joined([.. choices.Choices.Select(static choice => choice.Value!)]),
        MultitextFieldValue { FieldType.Value: "multitext" } texts when texts.Items.All(static item => item.Value is not null) => Joined([.. texts.Items.Select(static item => item.Value!)]),
        _ => Raw(value),
    };

    /// <summary>Several values in one cell: with commas, or as a JSON array where a value has a comma itself.</summary>
    public static string Joined(IReadOnlyList<string> values) => values.Any(static value => value.Contains(',', StringComparison.Ordinal) || value.StartsWith('[') || value.Trim() != value || value.Length == 0)
        ? System.Text.Encoding.UTF8.GetString(TransferJson.Text(writer => WriteTexts(writer, values)).Span)
        : string.Join(Separator, values);

    /// <summary>Writes texts as a JSON array.</summary>
    public static void WriteTexts(Utf8JsonWriter writer, IReadOnlyList<string> values)
    {
        writer.WriteStartArray();
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }

    /// <summary>The values of such a cell, without those that are empty.</summary>
    public static IReadOnlyList<string> Split(string cell)
    {
        if (cell.TrimStart().StartsWith('['))
        {
            try
            {
                using var document = JsonDocument.Parse(cell);
                return [.. document.RootElement.EnumerateArray().Select(static item => item.ValueKind == JsonValueKind.String ? item.GetString()! : item.GetRawText())];
            }
            catch (JsonException)
            {
                // A text that happens to begin so.
            }
        }

        return cell.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    private static bool IsMain(JsonElement link) => link.TryGetProperty("is_main", out var main) && main.ValueKind == JsonValueKind.True;

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Raw(CustomFieldValue value)
    {
        using var document = JsonDocument.Parse(TransferJson.Text(writer => CustomFieldValueJsonConverter.WriteValue(writer, value)));
        return document.RootElement.TryGetProperty("values", out var values) && values.ValueKind != JsonValueKind.Null ? values.GetRawText() : string.Empty;
    }
}
