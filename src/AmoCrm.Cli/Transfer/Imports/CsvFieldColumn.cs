using System.Globalization;
using System.Text.Json;

namespace AmoCrm.Cli.Transfer.Imports;

/// <summary>The custom field of a column.</summary>
/// <param name="Key">How the field is named to the SDK, which reads the field's definition where it is a name.</param>
/// <param name="Type">Its type, as amoCRM spells it.</param>
internal sealed record CsvFieldColumn(string Key, string? Type)
{
    /// <summary>Writes a cell as the kind of value that the field takes.</summary>
    /// <exception cref="CliUsageException">The cell is no such thing.</exception>
    public void Write(Utf8JsonWriter writer, string cell)
    {
        switch (Type)
        {
            case "multitext" or "multiselect":
                CellText.WriteTexts(writer, CellText.Split(cell));
                break;
            case "checkbox":
                writer.WriteBooleanValue(Flag(cell));
                break;
            case "date" or "date_time" or "birthday" when TryTime(cell, out var time):
                writer.WriteNumberValue(time.ToUnixTimeSeconds());
                break;
            case "text" or "textarea" or "url" or "streetaddress" or "numeric" or "price" or "monetary" or "select" or "radiobutton" or "category" or "date" or "date_time" or "birthday":
                writer.WriteStringValue(cell);
                break;
            default:
                WriteAny(writer, cell);
                break;
        }
    }

    private bool Flag(string cell) => cell.Trim().ToUpperInvariant() switch
    {
        "TRUE" or "1" => true,
        "FALSE" or "0" => false,
        _ => throw new CliUsageException($"The custom field '{Key}' takes true or false."),
    };

    // Without an offset it is a time of the account, which the SDK knows to read.
    private static bool TryTime(string cell, out DateTimeOffset time) =>
        DateTimeOffset.TryParseExact(cell, ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time)
        && (cell.EndsWith('Z') || cell.LastIndexOfAny(['+', '-']) > cell.IndexOf('T', StringComparison.Ordinal));

    private static void WriteAny(Utf8JsonWriter writer, string cell)
    {
        try
        {
            using var document = JsonDocument.Parse(cell);
            document.RootElement.WriteTo(writer);
        }
        catch (JsonException)
        {
            writer.WriteStringValue(cell);
        }
    }
}
