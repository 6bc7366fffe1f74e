using System.Text;
using System.Text.Json;
using AmoCrm.Sdk.Json;
using AmoCrm.Sdk.Paging;
using CsCheck;

namespace AmoCrm.Sdk.Tests.Json;

/// <summary>Whatever amoCRM, or something between it and us, sends: a reader answers or throws <see cref="JsonException"/>, and nothing else.</summary>
public sealed class JsonFuzzTests
{
    private static readonly PagingRules Rules = new() { MaximumLimit = 250, DefaultLimit = 50 };

    private static readonly JsonValueReader<object>[] Readers =
    [
        static (ref Utf8JsonReader reader) => JsonRead.String(ref reader),
        static (ref Utf8JsonReader reader) => JsonRead.Int32OrNull(ref reader),
        static (ref Utf8JsonReader reader) => JsonRead.Int64OrNull(ref reader),
        static (ref Utf8JsonReader reader) => JsonRead.DecimalOrNull(ref reader),
        static (ref Utf8JsonReader reader) => JsonRead.BoolOrNull(ref reader),
        static (ref Utf8JsonReader reader) => JsonRead.UnixTimeOrNull(ref reader),
        static (ref Utf8JsonReader reader) => JsonRead.List(ref reader, JsonRead.Int64),
        static (ref Utf8JsonReader reader) => CustomFieldValuesJsonConverter.ReadValue(ref reader),
        static (ref Utf8JsonReader reader) => CustomFieldInputJsonConverter.ReadValue(ref reader),
        static (ref Utf8JsonReader reader) => CustomFieldFilterJsonConverter.ReadValue(ref reader),
        static (ref Utf8JsonReader reader) => AccountTimeJsonConverter.ReadValue(ref reader),
        static (ref Utf8JsonReader reader) => DateTimeRangeJsonConverter.ReadValue(ref reader),
        static (ref Utf8JsonReader reader) => NumberRangeJsonConverter.ReadValue(ref reader),
        static (ref Utf8JsonReader reader) => EntityTypeJsonConverter.ReadValue(ref reader),
        static (ref Utf8JsonReader reader) => CustomFieldScopeJsonConverter.ReadValue(ref reader),
        static (ref Utf8JsonReader reader) => SortDirectionJsonConverter.ReadValue(ref reader),
        static (ref Utf8JsonReader reader) => EmbeddedJson.List(ref reader, "leads"u8, CustomFieldValuesJsonConverter.ReadValue),
        static (ref Utf8JsonReader reader) => EmbeddedJson.FirstOrSelf(ref reader, "leads"u8, CustomFieldValuesJsonConverter.ReadValue),
        static (ref Utf8JsonReader reader) => PageJson.Read(ref reader, "leads"u8, CustomField.ReadFrom, default, Rules),
    ];

    private static readonly Gen<string> Scalar = Gen.OneOf(
        Gen.OneOf("null", "true", "false", "\"\"", "\"0\"", "1e400", "-0", "1.5", "\"1600000000\"", "\"2020-01-01\"", "\"\\ud800\"", "\"\\u0076alue\""),
        Gen.Long.Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        Gen.String[Gen.Char.AlphaNumeric, 0, 8].Select(text => $"\"{text}\""));

    private static readonly Gen<string> Name = Gen.OneOf(
        Gen.OneOf(
            "value", "values", "enum_id", "enum_code", "enum", "field_id", "field_code", "field_type", "field_name", "_embedded", "leads", "_page", "_page_count",
            "_total_items", "from", "to", "id", "name", "code", "type", "enums", "nested", "entity_id", "entity_type", "catalog_id", "0", "1", "\\u0069d", "\\udc00"),
        Gen.String[Gen.Char.AlphaNumeric, 0, 4]);

    private static readonly Gen<string> FieldType = Gen.OneOf(
        "text", "numeric", "checkbox", "date", "select", "multiselect", "multitext", "linked_entity", "legal_entity", "unheard_of");

    private static readonly Gen<string> Document = Gen.Recursive<string>((depth, nested) => depth > 4
        ? Scalar
        : Gen.Frequency(
            (2, Scalar),
            (2, nested.Array[0, 4].Select(items => $"[{string.Join(',', items)}]")),
            (3, Gen.Select(Name, nested).Array[0, 5].Select(members => $"{{{string.Join(',', members.Select(member => $"\"{member.Item1}\":{member.Item2}"))}}}"))));

    private static readonly Gen<string> FieldValues = Gen.Select(FieldType, Document)
        .Select((type, values) => $$"""[{"field_id":1,"values":{{values}},"field_type":"{{type}}"}]""");

    [Fact]
    public void Any_JSON_is_read_or_refused()
    {
        Gen.Frequency((2, Document), (1, FieldValues)).Sample(json => ReadWithAll(Encoding.UTF8.GetBytes(json)), iter: 1000);
    }

    [Fact]
    public void Any_broken_JSON_is_read_or_refused()
    {
        Gen.Select(Gen.Frequency((1, Document), (1, FieldValues)), Gen.Int[0, 10_000], Gen.Byte)
            .Sample(
                (json, position, noise) =>
                {
                    var bytes = Encoding.UTF8.GetBytes(json);
                    var changed = (byte[])bytes.Clone();
                    changed[position % bytes.Length] = noise;
                    ReadWithAll(changed);
                    ReadWithAll(bytes[..(position % bytes.Length)]);
                },
                iter: 1000);
    }

    [Fact]
    public void What_is_read_as_custom_fields_is_written_as_it_came()
    {
        FieldValues.Sample(
            json =>
            {
                if (!IsWellFormed(json))
                {
                    return;
                }

                var fields = JsonValues.Read(json, CustomFieldValuesJsonConverter.ReadValue)!;
                var written = JsonValues.Write(fields, CustomFieldValuesJsonConverter.WriteValue);
                var again = JsonValues.Read(written, CustomFieldValuesJsonConverter.ReadValue)!;

                Assert.Equal(written, JsonValues.Write(again, CustomFieldValuesJsonConverter.WriteValue));
                Assert.Equal(fields.Single().GetType(), again.Single().GetType());
                Assert.Equal(Leaves(json), Leaves(written));
            },
            iter: 1000);
    }

    private static void ReadWithAll(byte[] json)
    {
        foreach (var read in Readers)
        {
            try
            {
                var reader = new Utf8JsonReader(json);
                JsonRead.Advance(ref reader);
                read(ref reader);
            }
            catch (JsonException)
            {
                // The one way to refuse.
            }
        }
    }

    private static bool IsWellFormed(string json)
    {
        try
        {
            // Half a surrogate pair can be kept but not be written again; PHP makes none.
            return JsonValues.Compact(json).Length > 0;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Every leaf with its path, without nulls (which typed values leave out) and without names that come twice (the last one counts).</summary>
    private static SortedDictionary<string, string> Leaves(string json)
    {
        var leaves = new SortedDictionary<string, string>(StringComparer.Ordinal);
        using var document = JsonDocument.Parse(json);
        Collect(document.RootElement, "$");
        return leaves;

        void Collect(JsonElement element, string path)
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.Object:
                    foreach (var member in element.EnumerateObject().GroupBy(member => member.Name, StringComparer.Ordinal))
                    {
                        Collect(member.Last().Value, $"{path}.{member.Key}");
                    }

                    break;
                case JsonValueKind.Array:
                    foreach (var (index, item) in element.EnumerateArray().Index())
                    {
                        Collect(item, $"{path}[{index}]");
                    }

                    break;
                case JsonValueKind.Number when element.TryGetDecimal(out var number):
                    leaves[path] = number.ToString("G29", System.Globalization.CultureInfo.InvariantCulture);
                    break;
                case JsonValueKind.Null:
                    break;
                default:
                    leaves[path] = element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText();
                    break;
            }
        }
    }
}
