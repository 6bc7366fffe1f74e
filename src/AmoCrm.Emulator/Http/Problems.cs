namespace AmoCrm.Emulator.Http;

/// <summary>Refusals in the shapes of amoCRM (catalogue 1.3.1).</summary>
internal static class Problems
{
    public static Answer Of(int status, string detail) => new(status, Body(status, detail)) { ContentType = Answer.Problem };

    public static Answer BadRequest(string detail) => Of(400, detail);

    public static Answer Unauthorized(string detail) => Of(401, detail);

    public static Answer Forbidden(string detail) => Of(403, detail);

    public static Answer NotFound(string detail) => Of(404, detail);

    public static Answer Unprocessable(string detail) => Of(422, detail);

    public static Answer UnknownRoute(string method, string path) => Of(404, $"Cannot {method} {path}");

    public static Answer MethodNotAllowed(string method) => Of(405, $"Method {method} is not allowed");

    /// <summary>Items are bad, and nothing says which.</summary>
    public static Answer Validation() => Of(400, "Request validation failed");

    public static Answer Validation(IEnumerable<ItemErrors> items, JsonNode? created = null)
    {
        var answer = Validation();
        answer.Body!["validation-errors"] = new JsonArray(items.Select(item => (JsonNode?)item.ToJson()).ToArray());
        if (created is not null)
        {
            answer.Body["_embedded"] = created;
        }

        return answer;
    }

    public static Answer OAuth(int status, string hint, string detail) =>
        new(status, new JsonObject
        {
            ["hint"] = hint,
            ["title"] = "Некорректный запрос",
            ["type"] = "https://developers.amocrm.ru/v3/errors/OAuthProblemJson",
            ["status"] = status,
            ["detail"] = detail,
        })
        {
            ContentType = Answer.Problem,
        };

    /// <summary>A page for a person.</summary>
    public static Answer Page(int status, string text) =>
        new(status)
        {
            ContentType = "text/html; charset=utf-8",
            Text = $"<html>\r\n<head><title>{status} {Title(status)}</title></head>\r\n<body>{text}</body>\r\n</html>\r\n",
        };

    /// <summary>The page of the front-end server, which an abuser meets on every URL.</summary>
    public static Answer HtmlForbidden() =>
        new(403)
        {
            ContentType = "text/html; charset=utf-8",
            Text = "<html>\r\n<head><title>403 Forbidden</title></head>\r\n<body>\r\n<center><h1>403 Forbidden</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n",
        };

    private static JsonObject Body(int status, string detail) => new()
    {
        ["title"] = Title(status),
        ["type"] = $"https://httpstatus.es/{status}",
        ["status"] = status,
        ["detail"] = detail,
    };

    private static string Title(int status) => status switch
    {
        400 => "Bad Request",
        401 => "Unauthorized",
        402 => "Payment Required",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        422 => "Unprocessable Entity",
        429 => "Too Many Requests",
        500 => "Internal Server Error",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        504 => "Gateway Timeout",
        _ => "Error",
    };
}
