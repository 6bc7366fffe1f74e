using System.Text.Json.Serialization;
using AmoCrm.Sdk.Json;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk;

/// <summary>A span of numbers in a filter, both ends included and each optional.</summary>
[JsonConverter(typeof(NumberRangeJsonConverter))]
public sealed record NumberRange
{
    /// <summary>Makes a range without ends, for an object initializer.</summary>
    public NumberRange()
    {
    }

    /// <summary>Makes a range.</summary>
    /// <param name="from">The least number; null for no bound.</param>
    /// <param name="to">The greatest number; null for no bound.</param>
    public NumberRange(decimal? from, decimal? to = null)
    {
        From = from;
        To = to;
    }

    /// <summary>The least number; null for no bound.</summary>
    public decimal? From { get; init; }

    /// <summary>The greatest number; null for no bound.</summary>
    public decimal? To { get; init; }

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
