using System.Text.Json;
using AmoCrm.Sdk.Json;

namespace AmoCrm.Sdk.Tests.Json;

public sealed class JsonWriteTests
{
    [Fact]
    public void Null_members_are_left_out()
    {
        Assert.Equal("{}", Object(static writer =>
        {
            JsonWrite.String(writer, "a"u8, null);
            JsonWrite.Number(writer, "b"u8, (long?)null);
            JsonWrite.Number(writer, "c"u8, (decimal?)null);
            JsonWrite.Bool(writer, "d"u8, null);
            JsonWrite.UnixTime(writer, "e"u8, null);
            JsonWrite.Element(writer, "f"u8, null);
            JsonWrite.Value(writer, "g"u8, (DateTimeRange?)null, DateTimeRangeJsonConverter.WriteValue);
            JsonWrite.Value(writer, "h"u8, (EntityType?)null, EntityTypeJsonConverter.WriteValue);
            JsonWrite.List<string?>(writer, "i"u8, null, JsonWrite.String);
        }));
    }

    [Fact]
    public void The_twins_write_null_since_it_clears()
    {
        Assert.Equal("""{"a":null,"b":null,"c":null,"d":null,"e":null,"f":null,"g":null,"h":null,"i":null}""", Object(static writer =>
        {
            JsonWrite.StringOrNull(writer, "a"u8, null);
            JsonWrite.NumberOrNull(writer, "b"u8, (long?)null);
            JsonWrite.NumberOrNull(writer, "c"u8, (decimal?)null);
            JsonWrite.BoolOrNull(writer, "d"u8, null);
            JsonWrite.UnixTimeOrNull(writer, "e"u8, null);
            JsonWrite.ElementOrNull(writer, "f"u8, null);
            JsonWrite.ValueOrNull(writer, "g"u8, (DateTimeRange?)null, DateTimeRangeJsonConverter.WriteValue);
            JsonWrite.ValueOrNull(writer, "h"u8, (EntityType?)null, EntityTypeJsonConverter.WriteValue);
            JsonWrite.ListOrNull<string?>(writer, "i"u8, null, JsonWrite.String);
        }));
    }

    [Theory]
    [InlineData("150.00", "150")]
    [InlineData("0.0", "0")]
    [InlineData("-12.50", "-12.5")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    public void A_whole_sum_is_a_whole_number_for_amocrm_takes_no_fraction_there(string value, string written)
    {
        var number = decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal($$"""{"a":{{written}}}""", Object(writer => JsonWrite.Number(writer, "a"u8, number)));
        Assert.Equal($$"""{"a":{{written}}}""", Object(writer => JsonWrite.NumberOrNull(writer, "a"u8, number)));
    }

    [Fact]
    public void Both_write_values_alike()
    {
        var time = DateTimeOffset.FromUnixTimeSeconds(1600000000);
        string Members(bool orNull) => Object(writer =>
        {
            if (orNull)
            {
                JsonWrite.StringOrNull(writer, "a"u8, "x");
                JsonWrite.NumberOrNull(writer, "b"u8, 5);
                JsonWrite.NumberOrNull(writer, "c"u8, 1.50m);
                JsonWrite.BoolOrNull(writer, "d"u8, true);
                JsonWrite.UnixTimeOrNull(writer, "e"u8, time);
                JsonWrite.ValueOrNull<EntityType>(writer, "h"u8, EntityType.Leads, EntityTypeJsonConverter.WriteValue);
                JsonWrite.ListOrNull<long>(writer, "i"u8, [1, 2], JsonWrite.Number);
            }
            else
            {
                JsonWrite.String(writer, "a"u8, "x");
                JsonWrite.Number(writer, "b"u8, 5);
                JsonWrite.Number(writer, "c"u8, 1.50m);
                JsonWrite.Bool(writer, "d"u8, true);
                JsonWrite.UnixTime(writer, "e"u8, time);
                JsonWrite.Value<EntityType>(writer, "h"u8, EntityType.Leads, EntityTypeJsonConverter.WriteValue);
                JsonWrite.List<long>(writer, "i"u8, [1, 2], JsonWrite.Number);
            }
        });

        const string Expected = """{"a":"x","b":5,"c":1.5,"d":true,"e":1600000000,"h":"leads","i":[1,2]}""";
        Assert.Equal(Expected, Members(orNull: true));
        Assert.Equal(Expected, Members(orNull: false));
    }

    [Fact]
    public void No_content_is_an_empty_object_and_is_read_from_anything()
    {
        Assert.Equal("{}", JsonValues.Write(default(NoContent), NoContentJsonConverter.WriteValue));
        JsonValues.Read("""[{"a":1},2]""", NoContentJsonConverter.ReadValue);
    }

    private static string Object(Action<Utf8JsonWriter> write) => JsonValues.Write(write, static (writer, members) =>
    {
        writer.WriteStartObject();
        members(writer);
        writer.WriteEndObject();
    });
}
