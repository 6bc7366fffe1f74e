using AmoCrm.Emulator.Counting;

namespace AmoCrm.Emulator.Http;

/// <summary>A request that has found its account and route.</summary>
internal sealed class EmulatorRequest
{
    public required string Method { get; init; }

    public required string Path { get; init; }

    public required string RawQuery { get; init; }

    public required QueryTree Query { get; init; }

    public required AccountState Account { get; init; }

    public required EmulatorBehaviour Behaviour { get; init; }

    public required DateTimeOffset Time { get; init; }

    public required IReadOnlyDictionary<string, string> RouteValues { get; init; }

    public required string BodyText { get; init; }

    /// <summary>Where it is counted what the request creates; null for demo data, which no request made.</summary>
    public RequestCounter? Counter { get; init; }

    /// <summary>The user in whose name the request runs; 0 on anonymous routes.</summary>
    public long UserId { get; init; }

    /// <summary>The integration whose token it is; empty on anonymous routes.</summary>
    public string ClientId { get; init; } = string.Empty;

    public long Now => Time.ToUnixTimeSeconds();

    public long Id(string name = "id") => long.Parse(RouteValues[name], NumberStyles.None, CultureInfo.InvariantCulture);

    public string Text(string name) => RouteValues[name];

    public ISet<string> With =>
        Query.Values("with").SelectMany(text => text.Split(',', StringSplitOptions.RemoveEmptyEntries)).ToHashSet(StringComparer.Ordinal);
}
