using System.Text.Json;
using AmoCrm.Sdk.Json;
using AmoCrm.Sdk.Tests.Json;

namespace AmoCrm.Sdk.Tests.Values;

public sealed class AccountTimeTests
{
    private static readonly AccountTimeZone Moscow = AccountTimeZone.From("Europe/Moscow", null)!;
    private static readonly DateTimeOffset Now = new(2030, 1, 31, 21, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("1896037200", "2030-01-30T21:00:00Z")]
    [InlineData("\"1896037200\"", "2030-01-30T21:00:00Z")]
    [InlineData("\"2030-01-31T18:00:00Z\"", "2030-01-31T18:00:00Z")]
    [InlineData("\"2030-01-31T18:00:00-05:00\"", "2030-01-31T23:00:00Z")]
    [InlineData("\"2030-01-31T18:00:00\"", "2030-01-31T15:00:00Z")]
    [InlineData("\"2030-01-31 18:00\"", "2030-01-31T15:00:00Z")]
    [InlineData("\"2030-01-31\"", "2030-01-30T21:00:00Z")]
    [InlineData("\"\"", "2030-02-01T20:59:59Z")]
    [InlineData("\" \"", "2030-02-01T20:59:59Z")]
    [InlineData("null", "2030-02-01T20:59:59Z")]
    public void A_time_is_an_instant_or_in_the_accounts_zone(string json, string expected)
    {
        var time = JsonValues.Read(json, AccountTimeJsonConverter.ReadValue);

        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), time.Resolve(Moscow, Now));
        Assert.Equal(time, JsonValues.Read(JsonValues.Write(time, AccountTimeJsonConverter.WriteValue), AccountTimeJsonConverter.ReadValue));
    }

    [Theory]
    [InlineData("\"tomorrow\"")]
    [InlineData("\"2030-13-01\"")]
    [InlineData("\"05.03.2030\"")]
    [InlineData("\"03/05/2030\"")]
    [InlineData("\"18:00\"")]
    [InlineData("999999999999999")]
    [InlineData("1.5")]
    [InlineData("true")]
    [InlineData("{}")]
    public void What_is_no_time_is_an_error(string json)
    {
        Assert.Throws<JsonException>(() => JsonValues.Read(json, AccountTimeJsonConverter.ReadValue));
    }

    [Fact]
    public void It_is_made_from_what_people_have()
    {
        Assert.Equal(Now, ((AccountTime)Now).Instant);
        Assert.Equal(new DateTime(2030, 1, 31, 18, 0, 0), ((AccountTime)"2030-01-31T18:00:00").LocalTime);
        Assert.Equal(AccountTime.EndOfToday, (AccountTime)string.Empty);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(5), AccountTime.FromUnixSeconds(5).Instant);
        Assert.Throws<FormatException>(() => (AccountTime)"soon");
    }

    [Fact]
    public void An_instant_is_sent_as_unix_seconds()
    {
        Assert.Equal("1896125400", JsonValues.Write<AccountTime>(Now, AccountTimeJsonConverter.WriteValue));
    }
}
