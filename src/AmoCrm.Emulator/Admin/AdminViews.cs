using AmoCrm.Emulator.Hosting;

namespace AmoCrm.Emulator.Admin;

/// <summary>The JSON of the admin routes.</summary>
internal static class AdminViews
{
    public static JsonObject Overview(EmulatorCore core, int port) => new()
    {
        ["base_address"] = $"http://127.0.0.1:{port}/",
        ["now"] = core.Clock.GetUtcNow().ToUnixTimeSeconds(),
        ["is_banned"] = core.Limiter.IsBanned,
        ["enforces_limits"] = core.Limiter.IsEnforced,
        ["accounts"] = JsonReading.Array(core.Directory.Accounts.Select(account => new JsonObject
        {
            ["host"] = account.Host,
            ["account_id"] = account.AccountId,
            ["access_token"] = account.AccessToken,
            ["refresh_token"] = account.RefreshToken,
            ["authorization_code"] = account.AuthorizationCode,
            ["client_id"] = account.ClientId,
            ["client_secret"] = account.ClientSecret,
            ["redirect_uri"] = account.RedirectUri,
        })),
    };

    public static JsonObject Requests(IReadOnlyList<RecordedRequest> requests, long after) => new()
    {
        ["requests"] = JsonReading.Array(requests.Where(request => request.Sequence > after).Select(Request)),
    };

    public static JsonObject TokenCalls(IReadOnlyList<RecordedTokenCall> calls, long after) => new()
    {
        ["token_calls"] = JsonReading.Array(calls.Where(call => call.Sequence > after).Select(call => new JsonObject
        {
            ["sequence"] = call.Sequence,
            ["host"] = call.Host,
            ["grant_type"] = call.GrantType,
            ["fingerprint"] = call.Fingerprint,
            ["is_honoured"] = call.IsHonoured,
            ["status"] = call.Status,
            ["started_at"] = call.StartedAt.ToString("O", CultureInfo.InvariantCulture),
            ["ended_at"] = call.EndedAt.ToString("O", CultureInfo.InvariantCulture),
        })),
    };

    private static JsonObject Request(RecordedRequest request)
    {
        var headers = new JsonObject();
        foreach (var (name, value) in request.Headers)
        {
            headers[name] = value;
        }

        return new JsonObject
        {
            ["sequence"] = request.Sequence,
            ["time"] = request.Time.ToString("O", CultureInfo.InvariantCulture),
            ["host"] = request.Host,
            ["method"] = request.Method,
            ["path"] = request.Path,
            ["query"] = request.Query,
            ["headers"] = headers,
            ["body"] = request.Body,
            ["status"] = request.Status,
            ["ms"] = request.Milliseconds,
            ["unknown_query_keys"] = JsonReading.Array(request.UnknownQueryKeys.Select(key => (JsonNode?)JsonValue.Create(key))),
            ["request_id"] = request.RequestId,
        };
    }
}
