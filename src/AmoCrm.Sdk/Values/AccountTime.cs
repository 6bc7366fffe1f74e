using System.Globalization;
using System.Text.Json.Serialization;
using AmoCrm.Sdk.Json;

namespace AmoCrm.Sdk;

/// <summary>
/// A time that may depend on the account's time zone: an instant, a local time in that zone, or the end of the current day there.
/// It is resolved when the call is made.
/// </summary>
[JsonConverter(typeof(AccountTimeJsonConverter))]
public readonly record struct AccountTime
{
    private readonly DateTimeOffset? _instant;
    private readonly DateTime? _local;

    private AccountTime(DateTimeOffset? instant, DateTime? local)
    {
        _instant = instant;
        _local = local;
    }

    /// <summary>23:59:59 of the current day in the account's time zone; also what <c>default</c> means.</summary>
    public static AccountTime EndOfToday => default;

    /// <summary>The instant; null while it depends on the account's time zone.</summary>
    public DateTimeOffset? Instant => _instant;

    /// <summary>The wall-clock time in the account's time zone; null for the other kinds.</summary>
    public DateTime? LocalTime => _local;

    /// <summary>A wall-clock time in the account's time zone, whatever that is.</summary>
    /// <param name="time">The time; its <see cref="DateTime.Kind"/> does not matter.</param>
    /// <returns>The time.</returns>
    public static AccountTime Local(DateTime time) => new(null, DateTime.SpecifyKind(time, DateTimeKind.Unspecified));

    /// <summary>An instant.</summary>
    /// <param name="unixSeconds">Seconds since 1970-01-01 UTC.</param>
    /// <returns>The time.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is beyond the years 1 to 9999.</exception>
    public static AccountTime FromUnixSeconds(long unixSeconds) => DateTimeOffset.FromUnixTimeSeconds(unixSeconds);

    /// <summary>An instant.</summary>
    /// <param name="instant">The instant.</param>
    public static implicit operator AccountTime(DateTimeOffset instant) => new(instant, null);

    /// <summary>Reads unix seconds or ISO 8601 text; without an offset it is in the account's time zone, and an empty text is the end of today.</summary>
    /// <param name="value">For example <c>2030-01-31T18:00:00+03:00</c>.</param>
    /// <exception cref="FormatException">The text is no time.</exception>
    public static implicit operator AccountTime(string value) =>
        TryParse(value, out var time) ? time : throw new FormatException(NoTime);

    /// <inheritdoc/>
    public override string ToString() =>
        _instant?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)
        ?? _local?.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)
        ?? "end of today";

    internal const string NoTime =
        "A time is unix seconds or ISO 8601 text such as 2030-01-31T18:00:00 (in the account's zone) or 2030-01-31T18:00:00+03:00";

    /// <summary>The instant, once the account's zone and the present time are known.</summary>
    internal DateTimeOffset Resolve(AccountTimeZone zone, DateTimeOffset now) =>
        _instant ?? (_local is { } local ? zone.ToInstant(local) : zone.EndOfDay(now));

    /// <summary>Reads unix seconds or ISO 8601; an empty text is the end of today. A time without an offset is in the account's zone.</summary>
    internal static bool TryParse(string text, out AccountTime time)
    {
        time = default;
        var trimmed = text.AsSpan().Trim();
        if (trimmed.IsEmpty)
        {
            return true;
        }

        if (long.TryParse(trimmed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds))
        {
            return TryFromUnixSeconds(seconds, out time);
        }

        // RoundtripKind tells a text with an offset (Local, Utc) from one without (Unspecified).
        if (!IsoTime.IsMeantBy(trimmed) || !DateTime.TryParse(trimmed, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var parsed))
        {
            return false;
        }

        if (parsed.Kind == DateTimeKind.Unspecified)
        {
            time = Local(parsed);
            return true;
        }

        var exact = DateTimeOffset.TryParse(trimmed, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant);
        time = instant;
        return exact;
    }

    internal static bool TryFromUnixSeconds(long seconds, out AccountTime time)
    {
        var fits = seconds >= DateTimeOffset.MinValue.ToUnixTimeSeconds() && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds();
        time = fits ? FromUnixSeconds(seconds) : default;
        return fits;
    }
}
