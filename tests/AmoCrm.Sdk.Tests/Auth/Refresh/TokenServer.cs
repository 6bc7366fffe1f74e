using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;

namespace AmoCrm.Sdk.Tests.Auth.Refresh;

/// <summary>amoCRM as far as tokens go, in the place of the network: refresh tokens work once, access tokens end. The routes' real shapes are the emulator's business.</summary>
internal sealed class TokenServer(TimeProvider time) : HttpMessageHandler
{
    public const string ApiHost = "api-a.amocrm.ru";

    private readonly ConcurrentDictionary<string, DateTimeOffset> _access = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _refresh = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _presented = new();
    private readonly ConcurrentQueue<string> _apiTokens = new();
    private int _issued;

    public string Host { get; set; } = "mycompany.amocrm.ru";

    public string ClientSecret { get; set; } = "client-secret-canary";

    public TimeSpan Life { get; set; } = TimeSpan.FromHours(24);

    /// <summary>What happens at the token route instead of an answer, or before it. Null: the answer.</summary>
    public Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage?>>? BeforeRefresh { get; set; }

    /// <summary>How many connections to the token route still fail before a byte leaves.</summary>
    public int Unreachable { get; set; }

    /// <summary>What happens to the answer of the token route on its way back.</summary>
    public Func<HttpResponseMessage, HttpResponseMessage>? AfterRefresh { get; set; }

    /// <summary>What happens to other requests instead of an answer, or before it. Null: the answer.</summary>
    public Func<Task<HttpResponseMessage?>>? BeforeApi { get; set; }

    /// <summary>The refresh tokens that came to the token route, in order.</summary>
    public IReadOnlyList<string> Presented => [.. _presented];

    /// <summary>The access tokens that came with other requests, in order.</summary>
    public IReadOnlyList<string> ApiTokens => [.. _apiTokens];

    public IReadOnlyList<string> SearchedOn { get; private set; } = [];

    public (string Access, string Refresh) Issue(TimeSpan? life = null, long account = 1)
    {
        var number = Interlocked.Increment(ref _issued);
        var now = time.GetUtcNow();
        var end = now + (life ?? Life);
        var claims = $$"""{"jti":"{{number}}","account_id":{{account}},"iat":{{Math.Min(now.ToUnixTimeSeconds(), end.ToUnixTimeSeconds() - 86_400)}},"exp":{{end.ToUnixTimeSeconds()}},"api_domain":"{{ApiHost}}"}""";
        var access = $"{Encode("""{"typ":"JWT","alg":"none"}""")}.{Encode(claims)}.access-canary-{number}";
        var refresh = $"refresh-canary-{number}";
        _access[access] = end;
        _refresh[refresh] = true;
        return (access, refresh);
    }

    public void Revoke(string token)
    {
        _access.TryRemove(token, out _);
        _refresh.TryRemove(token, out _);
    }

    public bool IsAlive(string refreshToken) => _refresh.ContainsKey(refreshToken);

    public static HttpResponseMessage Json(int status, string json, string type = "application/json") =>
        new((HttpStatusCode)status) { Content = new StringContent(json, Encoding.UTF8, type) };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = request.RequestUri!.AbsolutePath switch
        {
            "/oauth2/access_token" => await TokenAsync(request, cancellationToken),
            "/oauth2/account/current/subdomain" => Search(request),
            _ => await ApiAsync(request),
        };
        response.Headers.Date ??= time.GetUtcNow();
        response.RequestMessage = request;
        return response;
    }

    private async Task<HttpResponseMessage> TokenAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Unreachable > 0)
        {
            Unreachable--;
            throw new HttpRequestException(HttpRequestError.ConnectionError, "No connection.");
        }

        var body = JsonDocument.Parse(await request.Content!.ReadAsStringAsync(cancellationToken)).RootElement;
        var token = body.GetProperty("refresh_token").GetString()!;
        _presented.Enqueue(token);
        if (BeforeRefresh is { } before && await before(request, cancellationToken) is { } instead)
        {
            return instead;
        }

        if (request.RequestUri!.Host != Host)
        {
            return Json(404, "<html>", "text/html");
        }

        if (body.GetProperty("client_secret").GetString() != ClientSecret)
        {
            return Json(401, """{"title":"Unauthorized","status":401,"hint":"Incorrect client"}""");
        }

        if (!_refresh.TryRemove(token, out _))
        {
            return Json(401, """{"title":"Unauthorized","status":401,"hint":"Token has been revoked"}""");
        }

        var (access, refresh) = Issue();
        var answer = Json(200, $$"""{"token_type":"Bearer","expires_in":86400,"server_time":{{time.GetUtcNow().ToUnixTimeSeconds()}},"access_token":"{{access}}","refresh_token":"{{refresh}}"}""");
        return AfterRefresh is { } after ? after(answer) : answer;
    }

    private HttpResponseMessage Search(HttpRequestMessage request)
    {
        SearchedOn = [.. SearchedOn, request.RequestUri!.Host];
        return request.Headers.TryGetValues("X-Refresh-Token", out var tokens) && _refresh.ContainsKey(tokens.Single())
            ? Json(200, $$"""{"id":1,"subdomain":"{{Host.Split('.')[0]}}","domain":"{{Host}}","top_level_domain":"ru"}""")
            : Json(401, "{}");
    }

    private async Task<HttpResponseMessage> ApiAsync(HttpRequestMessage request)
    {
        var token = request.Headers.Authorization!.Parameter!;
        _apiTokens.Enqueue(token);
        if (BeforeApi is { } before && await before() is { } instead)
        {
            return instead;
        }

        return request.RequestUri!.Host == Host && _access.TryGetValue(token, out var end) && end > time.GetUtcNow()
            ? Json(200, """{"id":7}""")
            : Json(401, """{"title":"Unauthorized","status":401}""");
    }

    private static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
