using System.Text.Json;
using AmoCrm.Emulator.Auth;
using AmoCrm.Emulator.Hosting;

namespace AmoCrm.Emulator.Admin;

/// <summary><c>/_emulator</c>: what the C# API does, for other processes.</summary>
internal sealed class AdminRoutes(EmulatorCore core)
{
    private const string Root = "/_emulator";

    public static bool Serves(string path) => path == Root || path.StartsWith(Root + "/", StringComparison.Ordinal);

    public Answer Execute(IncomingRequest incoming, int port)
    {
        try
        {
            return Run(incoming, port) with { ContentType = Answer.Json };
        }
        catch (ProblemException problem)
        {
            return problem.Answer;
        }
        catch (JsonException)
        {
            return Problems.BadRequest("The body is not valid JSON");
        }
        catch (ArgumentException refused)
        {
            return Problems.BadRequest(refused.Message);
        }
    }

    private Answer Run(IncomingRequest incoming, int port)
    {
        switch (incoming.Method, incoming.Path[Root.Length..].TrimEnd('/'))
        {
            case ("GET", ""):
                return Answer.Ok(AdminViews.Overview(core, port));
            case ("GET", "/requests"):
                return Answer.Ok(AdminViews.Requests(core.Recorder.Requests.Snapshot(), After(incoming)));
            case ("DELETE", "/requests"):
                core.Recorder.Requests.Clear();
                return Answer.NoContent;
            case ("GET", "/token-calls"):
                return Answer.Ok(AdminViews.TokenCalls(core.Recorder.TokenCalls.Snapshot(), After(incoming)));
            case ("DELETE", "/token-calls"):
                core.Recorder.TokenCalls.Clear();
                return Answer.NoContent;
            case ("GET", "/faults"):
                return Answer.Ok(new JsonObject { ["faults"] = JsonReading.Array(core.Faults.Pending.Select(FaultJson.Write)) });
            case ("POST", "/faults"):
                core.Faults.Add(FaultJson.Read(Body(incoming)));
                return Answer.NoContent;
            case ("DELETE", "/faults"):
                core.Faults.Clear();
                return Answer.NoContent;
            case ("GET", "/latencies"):
                return Answer.Ok(new JsonObject { ["latencies"] = JsonReading.Array(core.Latencies.All.Select(LatencyJson.Write)) });
            case ("POST", "/latencies"):
                core.Latencies.Add(LatencyJson.Read(Body(incoming)));
                return Answer.NoContent;
            case ("DELETE", "/latencies"):
                core.Latencies.Clear();
                return Answer.NoContent;
            case ("GET", "/counts"):
                return Answer.Ok(CountsJson.Write(core.Counter.Snapshot()));
            case ("DELETE", "/counts"):
                core.Counter.Reset();
                return Answer.NoContent;
            case ("POST", "/clock"):
                core.Clock.Advance(TimeSpan.FromSeconds(Required(Body(incoming), "advance_seconds")));
                return Answer.Ok(new JsonObject { ["now"] = core.Clock.GetUtcNow().ToUnixTimeSeconds() });
            case ("POST" or "DELETE", "/ban"):
                core.Limiter.IsBanned = incoming.Method == "POST";
                return Answer.NoContent;
            case ("GET", "/behaviour"):
                return Answer.Ok(BehaviourJson.Write(core.Behaviour));
            case ("PATCH", "/behaviour"):
                BehaviourJson.Read(core.Behaviour, Body(incoming));
                return Answer.Ok(BehaviourJson.Write(core.Behaviour));
            default:
                return RunOnAccount(incoming);
        }
    }

    private Answer RunOnAccount(IncomingRequest incoming)
    {
        var account = core.Directory.Find(incoming.Host) ?? throw new ProblemException(Problems.NotFound($"No account {incoming.Host}"));
        lock (account.Gate)
        {
            return (incoming.Method, incoming.Path[Root.Length..].TrimEnd('/').Split('/')) switch
            {
                ("POST", ["", "tokens"]) => Token(account, Body(incoming)),
                ("POST", ["", "tokens", "revoke"]) => RevokeTokens(account),
                ("POST", ["", "rename"]) => Answer.Ok(new JsonObject { ["host"] = core.Directory.Rename(account, Body(incoming).Text("subdomain") ?? string.Empty) }),
                ("POST", ["", "webhooks", "disable"]) => AdminActions.DisableWebhook(account, Body(incoming).Text("destination") ?? string.Empty)
                    ? Answer.NoContent
                    : Problems.NotFound("Webhook not found"),
                ("DELETE", ["", "entities", var type, var id]) => AdminActions.Delete(account, type, id) ? Answer.NoContent : Problems.NotFound("Entity not found"),
                _ => Problems.UnknownRoute(incoming.Method, incoming.Path),
            };
        }
    }

    private static Answer RevokeTokens(AccountState account)
    {
        AdminActions.RevokeTokens(account);
        return Answer.NoContent;
    }

    private static Answer Token(AccountState account, JsonObject body)
    {
        var lifetime = TimeSpan.FromSeconds(body.Long("lifetime_seconds") ?? 86_400);
        return Answer.Ok(new JsonObject { ["access_token"] = account.Tokens.IssueAccessToken(account, new Grant(Required(body, "user_id")), lifetime) });
    }

    /// <summary>The number of the last record that the caller has already.</summary>
    private static long After(IncomingRequest incoming) => QueryTree.Parse(incoming.RawQuery).Number("after") ?? 0;

    private static long Required(JsonObject body, string name) =>
        body.Long(name) ?? throw new ProblemException(Problems.BadRequest($"{name} is required"));

    private static JsonObject Body(IncomingRequest incoming) =>
        JsonNode.Parse(incoming.Body) as JsonObject ?? throw new ProblemException(Problems.BadRequest("The body must be a JSON object"));
}
