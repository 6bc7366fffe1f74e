using System.Text.Json.Serialization;
using AmoCrm.Sdk.Json;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk;

/// <summary>A span of time in a filter, both ends included and each optional; whole seconds.</summary>
[JsonConverter(typeof(DateTimeRangeJsonConverter))]
public sealed record DateTimeRange
{
    /// <summary>Makes a range without ends, for an object initializer.</summary>
    public DateTimeRange()
    {
    }

    /// <summary>Makes a range.</summary>
    /// <param name="from">The earliest time; null for no bound.</param>
    /// <param name="to">The latest time; null for no bound.</param>
    public DateTimeRange(DateTimeOffset? from, DateTimeOffset? to = null)
    {
        From = from;
        To = to;
    }

    /// <summary>The earliest time; null for no bound.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The latest time; null for no bound.</summary>
    public DateTimeOffset? To { get; init; }

    internal void WriteQuery(QueryString query, string prefix)
    {
        if (From is { } from)
        {
            query.Add($"{prefix}[from]", from);
        }

        if (To is { } to)
        {
            query.Add($"{prefix}[to]", to);
        }
    }
}
