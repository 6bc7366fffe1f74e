using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using AmoCrm.Sdk.Json;
using CsCheck;

namespace AmoCrm.Sdk.Tests.Json;

/// <summary>The readers are fast where JSON lies in one piece and has no escapes. However it is spelt and cut, they read the same.</summary>
public sealed class JsonSpellingTests
{
    private const string LeadJson = """
        {
          "id": 3912171, "name": "Сделка \u2116 1", "price": 12.50, "group_id": "0", "loss_reason_id": null, "created_at": 1585299171, "updated_at": "1590683337", "closed_at": false,
          "is_deleted": 0, "unheard_of": {"a": [1, "два"]},
          "custom_fields_values": [
            {"field_id": 1, "field_name": "Адрес", "field_code": null, "field_type": "text", "values": [{"value": "Москва"}]},
            {"field_id": 2, "field_name": "Площадь", "values": [{"value": "0.50"}], "field_type": "numeric"},
            {"field_id": 3, "field_name": "Договор", "field_type": "checkbox", "values": [{"value": 1}]},
            {"field_id": 4, "field_name": "Срок", "field_type": "date", "values": [{"value": 1590872400}], "is_computed": true},
            {"field_id": 5, "field_name": "Источник", "field_type": "select", "values": [{"value": "Сайт", "enum_id": 7, "enum_code": "SITE"}]},
            {"field_id": 6, "field_name": "Телефон", "field_code": "PHONE", "field_type": "multitext", "values": [{"value": "+7", "enum_id": 8, "enum": "WORK"}, {"value": "+8", "enum_id": 9, "enum_code": "MOB"}]},
            {"field_id": 7, "field_type": "linked_entity", "values": [{"value": {"name": "Дом", "entity_id": 5, "entity_type": "companies", "catalog_id": null}}]},
            {"field_id": 8, "field_type": "numeric", "values": [{"value": "много"}]},
            {"field_id": 9, "field_type": "text"}
          ],
          "_links": {"self": {"href": "https://example.amocrm.ru/api/v4/leads/3912171"}},
          "_embedded": {"tags": [{"id": 1, "name": "опт", "color": "EBEBEB"}, {"id": 2, "name": "vip", "color": null}], "companies": {"0": {"id": 3}}, "contacts": [{"id": 4, "is_main": true}], "other": []}
        }
        """;

    // "?", where the one byte between the quotes begins no letter.
    private static readonly byte[] BrokenName = [(byte)'"', 0xBE, (byte)'"'];

    private static readonly string Expected = Write(JsonValues.Read(LeadJson, Lead.ReadFrom)!);

    [Fact]
    public void A_lead_is_the_same_however_it_is_spelt_and_cut()
    {
        Gen.Select(Gen.Int[0, 100], Gen.Int[0, 3], Gen.Int[1, 200], Gen.Int).Sample(
            (escaped, spaces, piece, seed) =>
            {
                var json = Encoding.UTF8.GetBytes(Spell(escaped, spaces, seed));
                Assert.Equal(Expected, Write(JsonValues.Read(json, Lead.ReadFrom)!));
                Assert.Equal(Expected, Write(ReadInPieces(json, piece)));
            },
            iter: 200);
    }

    [Theory]
    [InlineData("""{"field_type":"text","values":[{"value":"1"}],"field_type":"numeric"}""")]
    [InlineData("""{"values":[{"value":"1"}],"field_type":"text","field_type":"numeric"}""")]
    public void The_last_type_of_a_field_counts_wherever_its_values_are(string json)
    {
        Assert.Equal(1, Assert.IsType<NumberFieldValue>(JsonValues.Read(json, CustomFieldValueJsonConverter.ReadValue)).Value);
    }

    [Fact]
    public void A_name_that_is_no_UTF_8_and_that_nobody_keeps_is_passed_over_whole_or_in_pieces()
    {
        byte[] json = [.. """{"field_type":"numeric","values":[{"""u8, .. BrokenName, .. """:"5"}]}"""u8];
        Assert.Equal(JsonValues.Read(json, CustomFieldValueJsonConverter.ReadValue)!.GetType(), JsonPieces.Read(json, CustomFieldValueJsonConverter.ReadValue)!.GetType());
    }

    [Fact]
    public void One_that_would_be_kept_is_an_error_whole_or_in_pieces()
    {
        byte[] json = [.. """{"id":7,"""u8, .. BrokenName, .. ":5}"u8];
        Assert.Throws<JsonException>(() => JsonValues.Read(json, Lead.ReadFrom));
        Assert.Throws<JsonException>(() => JsonPieces.Read(json, Lead.ReadFrom));
    }

    private static string Write(Lead lead) => JsonValues.Write(lead, JsonModel<Lead>.Writer);

    private static Lead ReadInPieces(byte[] json, int length)
    {
        var first = new Piece(json.AsMemory(0, Math.Min(length, json.Length)));
        var last = first;
        for (var start = length; start < json.Length; start += length)
        {
            last = last.Append(json.AsMemory(start, Math.Min(length, json.Length - start)));
        }

        var reader = new Utf8JsonReader(new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length));
        reader.Read();
        return Lead.ReadFrom(ref reader)!;
    }

    /// <summary>The lead with so many of a hundred letters of its names and texts written as escapes, and so many spaces around its tokens.</summary>
    private static string Spell(int escaped, int spaces, int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder();
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(LeadJson));
        var needsComma = false;
        while (reader.Read())
        {
            if (needsComma && reader.TokenType is not (JsonTokenType.EndArray or JsonTokenType.EndObject))
            {
                text.Append(',');
            }

            text.Append(' ', spaces);
            text.Append(reader.TokenType switch
            {
                JsonTokenType.PropertyName => Quote(reader.GetString()!) + ":",
                JsonTokenType.String => Quote(reader.GetString()!),
                _ => Encoding.UTF8.GetString(reader.ValueSpan),
            });
            needsComma = reader.TokenType is not (JsonTokenType.PropertyName or JsonTokenType.StartArray or JsonTokenType.StartObject);
        }

        return text.ToString();

        string Quote(string value) =>
            $"\"{string.Concat(value.Select(letter => random.Next(100) < escaped ? $"\\u{((int)letter).ToString("x4", CultureInfo.InvariantCulture)}" : letter.ToString()))}\"";
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(ReadOnlyMemory<byte> memory) => Memory = memory;

        public Piece Append(ReadOnlyMemory<byte> memory)
        {
            var next = new Piece(memory) { RunningIndex = RunningIndex + Memory.Length };
            Next = next;
            return next;
        }
    }
}
