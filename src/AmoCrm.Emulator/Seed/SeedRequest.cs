namespace AmoCrm.Emulator.Seed;

/// <summary>Demo data is written as a client would write it: checked against the same shapes, by the same writers.</summary>
internal static class SeedRequest
{
    public static EmulatorRequest Of(AccountState account, long userId) => new()
    {
        Method = "POST",
        Path = "/api/v4",
        RawQuery = string.Empty,
        Query = QueryTree.Parse(string.Empty),
        Account = account,
        Behaviour = new EmulatorBehaviour(),
        Time = account.Clock.GetUtcNow(),
        RouteValues = new Dictionary<string, string>(StringComparer.Ordinal),
        BodyText = string.Empty,
        UserId = userId,
    };

    public static IReadOnlyList<JsonObject> Items(string json) => JsonNode.Parse(json)!.AsArray().Select(item => (JsonObject)item!).ToList();
}
