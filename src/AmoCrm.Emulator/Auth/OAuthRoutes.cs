namespace AmoCrm.Emulator.Auth;

/// <summary><c>POST /oauth2/access_token</c>.</summary>
internal sealed class OAuthRoutes(string redirectUri)
{
    private const string TokenPath = "/oauth2/access_token";

    public static bool IsTokenCall(string path) => string.Equals(path.TrimEnd('/'), TokenPath, StringComparison.OrdinalIgnoreCase);

    public void Add(RouteTable routes) => routes.Post(TokenPath, Exchange).Anonymous();

    private Answer Exchange(EmulatorRequest request)
    {
        var body = request.Object();
        string[] required = body.Text("grant_type") switch
        {
            "authorization_code" => ["client_id", "client_secret", "redirect_uri", "code"],
            "refresh_token" => ["client_id", "client_secret", "redirect_uri", "refresh_token"],
            _ => ["grant_type"],
        };
        if (Array.Find(required, name => string.IsNullOrEmpty(body.Text(name))) is { } missing)
        {
            return Problems.OAuth(400, $"Check the `{missing}` parameter", "В запросе отсутствует ряд параметров или параметры невалидны");
        }

        if (required[0] == "grant_type")
        {
            return Problems.OAuth(400, "Check that all required parameters have been provided", "Тип предоставления авторизации не поддерживается");
        }

        if (body.Text("client_id") != EmulatorDemo.ClientId || body.Text("client_secret") != EmulatorDemo.ClientSecret
            || body.Text("redirect_uri") != redirectUri)
        {
            return Problems.OAuth(401, "Incorrect client", "Клиент некорректен: проверьте client_id, client_secret и redirect_uri");
        }

        return body.Text("grant_type") == "refresh_token"
            ? Issue(request, TakeRefreshToken(request, body.Text("refresh_token")!), 401, "Token has been revoked")
            : Issue(request, request.Account.Tokens.TakeCode(request.Account, body.Text("code")!), 400, "Authorization code has expired");
    }

    private static Grant? TakeRefreshToken(EmulatorRequest request, string token) =>
        request.Account.Tokens.TakeRefreshToken(request.Account, token, request.Behaviour.RefreshTokenReuseRevokes);

    private static Answer Issue(EmulatorRequest request, Grant? grant, int refusal, string hint)
    {
        if (grant is null)
        {
            return Problems.OAuth(refusal, hint, "Токен или код недействителен");
        }

        var (tokens, behaviour) = (request.Account.Tokens, request.Behaviour);
        return Answer.Ok(new JsonObject
        {
            ["token_type"] = "Bearer",
            ["expires_in"] = (long)behaviour.AccessTokenLifetime.TotalSeconds,
            ["server_time"] = request.Now,
            ["access_token"] = tokens.IssueAccessToken(request.Account, grant, behaviour.AccessTokenLifetime),
            ["refresh_token"] = tokens.IssueRefreshToken(request.Account, grant, behaviour.RefreshTokenLifetime),
        }) with
        {
            ContentType = Answer.Json,
            HasTokens = true,
        };
    }
}
