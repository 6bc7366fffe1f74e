using System.Text.Json;
using AmoCrm.Sdk.Json;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk;

/// <summary>amoCRM's answer to one request, read to its end.</summary>
public sealed class AmoCrmResponse
{
    /// <summary>Makes an answer.</summary>
    /// <param name="statusCode">The HTTP status.</param>
    /// <param name="body">The body; empty for none.</param>
    public AmoCrmResponse(int statusCode, ReadOnlyMemory<byte> body = default)
    {
        StatusCode = statusCode;
        Body = body;
    }

    /// <summary>The HTTP status.</summary>
    public int StatusCode { get; }

    /// <summary>The body as it was sent; empty for none.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The media type of the body without its parameters, such as <c>application/hal+json</c>; null when none was sent.</summary>
    public string? ContentType { get; init; }

    /// <summary>The <c>X-Request-Id</c> of the answer, for amoCRM's support.</summary>
    public string? RequestId { get; init; }

    /// <summary>How long to wait before the next request, where the answer said so.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The time by amoCRM's clock (UTC, whole seconds), by the <c>Date</c> of the answer; null when it had none, and for successes, of which it is not read.</summary>
    public DateTimeOffset? ServerTime { get; init; }

    /// <summary>The handler of the request this answers.</summary>
    public string? Handler { get; init; }

    /// <summary>When the bytes of the request left.</summary>
    internal DateTimeOffset? SentAt { get; init; }

    /// <summary>What <see cref="Body"/> lies in, where that is to be given back.</summary>
    internal PooledBuffer? Buffer { get; init; }

    /// <summary>True for the statuses 200 to 299.</summary>
    public bool IsSuccess => StatusCode is >= 200 and < 300;

    internal bool LooksLikeHtml =>
        ContentType is { } type
            ? type.Contains("html", StringComparison.OrdinalIgnoreCase)
            : Body.Span.TrimStart(" \t\r\n"u8) is { IsEmpty: false } text && text[0] == (byte)'<';

    /// <summary>The body as JSON.</summary>
    /// <returns>A value of its own, valid as long as it is held; of kind <see cref="JsonValueKind.Undefined"/> when the body is empty.</returns>
    /// <exception cref="AmoCrmInvalidResponseException">The body is not JSON.</exception>
    public JsonElement Json()
    {
        if (Body.IsEmpty)
        {
            return default;
        }

        try
        {
            using var document = JsonDocument.Parse(Body);
            return document.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            throw new AmoCrmInvalidResponseException($"{Handler ?? "amoCRM"}: the answer ({StatusCode}) is not JSON.", StatusCode, JsonProblem.WithoutQuotes(exception)) { Handler = Handler };
        }
    }

    /// <summary>Returns this answer if it is a success.</summary>
    /// <returns>This answer.</returns>
    /// <exception cref="AmoCrmApiException">The status is not one of success; the derived type tells the reason.</exception>
    /// <exception cref="AmoCrmInvalidResponseException">The status is a redirect.</exception>
    public AmoCrmResponse EnsureSuccess() => IsSuccess ? this : throw AmoCrmErrors.From(this, Handler);

    /// <summary>The status and the size; never the body.</summary>
    public override string ToString() => $"{StatusCode} {ContentType} ({Body.Length} bytes)";
}
