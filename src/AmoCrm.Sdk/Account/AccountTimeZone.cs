namespace AmoCrm.Sdk;

/// <summary>The account's time zone, or its present offset where this machine does not know the zone's name.</summary>
/// <param name="zone">The zone.</param>
internal sealed class AccountTimeZone(TimeZoneInfo zone)
{
    public TimeZoneInfo Zone => zone;

    public static AccountTimeZone Utc { get; } = new(TimeZoneInfo.Utc);

    /// <summary>Makes the zone from what <c>datetime_settings</c> says: <c>Europe/Moscow</c> and <c>+03:00</c>; null when neither helps.</summary>
    public static AccountTimeZone? From(string? name, string? offset)
    {
        if (!string.IsNullOrEmpty(name) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
        {
            return new AccountTimeZone(zone);
        }

        return TryParseOffset(offset, out var span) ? new AccountTimeZone(TimeZoneInfo.CreateCustomTimeZone("amoCRM", span, null, null)) : null;
    }

    /// <summary>A wall-clock time as an instant. A time that a clock change skips counts in the offset before the change.</summary>
    public DateTimeOffset ToInstant(DateTime local)
    {
        var offset = Zone.IsInvalidTime(local) ? Zone.GetUtcOffset(local.AddDays(-1)) : Zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset);
    }

    /// <summary>23:59:59 of the day that <paramref name="now"/> is in here.</summary>
    public DateTimeOffset EndOfDay(DateTimeOffset now) => ToInstant(TimeZoneInfo.ConvertTime(now, Zone).Date.AddDays(1).AddSeconds(-1));

    private static bool TryParseOffset(string? offset, out TimeSpan span)
    {
        span = default;
        if (string.IsNullOrEmpty(offset))
        {
            return false;
        }

        // Seen as "+03:00"; DateTimeOffset parses every other spelling of an offset as well and refuses what is none.
        var parsed = DateTimeOffset.TryParse("2000-01-01T00:00:00" + offset, System.Globalization.CultureInfo.InvariantCulture, out var time);
        span = time.Offset;
        return parsed && (offset[0] is '+' or '-' or 'Z');
    }
}
