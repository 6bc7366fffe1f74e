namespace AmoCrm.Emulator.Admin;

/// <summary>Counts as JSON.</summary>
internal static class CountsJson
{
    public static JsonObject Write(EmulatorCounts counts) => new()
    {
        ["requests"] = counts.Requests,
        ["by_status"] = Tally(counts.ByStatus, status => status.ToString(CultureInfo.InvariantCulture)),
        ["by_route"] = Tally(counts.ByRoute, route => route),
        ["faults"] = Tally(counts.Faults, kind => SnakeCase.Of(kind.ToString())),
        ["refused"] = counts.Refused,
        ["bans"] = counts.Bans,
        ["most_in_one_second"] = counts.MostInOneSecond,
        ["account_most_in_one_second"] = counts.AccountMostInOneSecond,
        ["created"] = Tally(counts.Created, plural => plural),
    };

    private static JsonObject Tally<TKey>(IReadOnlyDictionary<TKey, long> counts, Func<TKey, string> name)
    {
        var json = new JsonObject();
        foreach (var (key, count) in counts)
        {
            json[name(key)] = count;
        }

        return json;
    }
}
