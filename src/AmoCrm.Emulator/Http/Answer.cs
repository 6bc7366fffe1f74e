namespace AmoCrm.Emulator.Http;

/// <summary>What goes back: a status, and JSON or text.</summary>
internal sealed record Answer(int Status, JsonNode? Body = null)
{
    public const string Hal = "application/hal+json";
    public const string Problem = "application/problem+json";
    public const string Json = "application/json";

    public string ContentType { get; init; } = Hal;

    /// <summary>A body that is no JSON.</summary>
    public string? Text { get; init; }

    public int? RetryAfterSeconds { get; init; }

    /// <summary>Where a redirect leads.</summary>
    public string? Location { get; init; }

    /// <summary>Whether this is the answer to a token request that was honoured.</summary>
    public bool HasTokens { get; init; }

    public static Answer NoContent { get; } = new(204);

    public static Answer Ok(JsonNode body) => new(200, body);

    public static Answer Created(JsonNode body) => new(201, body);

    public static Answer Redirect(string location) => new(302) { Location = location };
}
