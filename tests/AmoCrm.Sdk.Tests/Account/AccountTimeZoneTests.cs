namespace AmoCrm.Sdk.Tests.Account;

public sealed class AccountTimeZoneTests
{
    [Fact]
    public void The_name_of_the_zone_comes_first()
    {
        Assert.Equal("America/New_York", AccountTimeZone.From("America/New_York", "+03:00")!.Zone.Id);
    }

    [Theory]
    [InlineData("Middle-earth/Shire", "+03:00", 3)]
    [InlineData(null, "-05:00", -5)]
    [InlineData("", "Z", 0)]
    public void The_offset_helps_where_the_name_is_unknown_here(string? name, string offset, int hours)
    {
        Assert.Equal(TimeSpan.FromHours(hours), AccountTimeZone.From(name, offset)!.Zone.BaseUtcOffset);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("Middle-earth/Shire", "late")]
    [InlineData("", "25")]
    public void Without_either_there_is_no_zone(string? name, string? offset)
    {
        Assert.Null(AccountTimeZone.From(name, offset));
    }

    [Fact]
    public void The_end_of_the_day_is_the_end_of_the_accounts_day()
    {
        var moscow = AccountTimeZone.From("Europe/Moscow", null)!;

        // 21:30 UTC is already tomorrow in Moscow.
        Assert.Equal(
            new DateTimeOffset(2030, 2, 1, 23, 59, 59, TimeSpan.FromHours(3)),
            moscow.EndOfDay(new DateTimeOffset(2030, 1, 31, 21, 30, 0, TimeSpan.Zero)));
        Assert.Equal(
            new DateTimeOffset(2030, 1, 31, 23, 59, 59, TimeSpan.FromHours(3)),
            moscow.EndOfDay(new DateTimeOffset(2030, 1, 31, 20, 30, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void A_time_that_the_clock_change_skips_counts_in_the_offset_before_it()
    {
        var newYork = AccountTimeZone.From("America/New_York", null)!;

        // On 2030-03-10 the clock went from 02:00 EST to 03:00 EDT.
        Assert.Equal(new DateTimeOffset(2030, 3, 10, 7, 30, 0, TimeSpan.Zero), newYork.ToInstant(new DateTime(2030, 3, 10, 2, 30, 0)).ToUniversalTime());
        Assert.Equal(new DateTimeOffset(2030, 3, 10, 7, 30, 0, TimeSpan.Zero), newYork.ToInstant(new DateTime(2030, 3, 10, 3, 30, 0)).ToUniversalTime());
    }
}
