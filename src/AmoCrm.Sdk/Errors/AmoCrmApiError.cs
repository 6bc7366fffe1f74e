using System.Text.Json;

namespace AmoCrm.Sdk;

/// <summary>The facts of an answer with which amoCRM refused a request.</summary>
public sealed record AmoCrmApiError
{
    /// <summary>The HTTP status.</summary>
    public required int StatusCode { get; init; }

    /// <summary>amoCRM's title, such as <c>Bad Request</c>; possibly localised; null when the answer had none.</summary>
    public string? Title { get; init; }

    /// <summary>amoCRM's explanation; possibly localised; null when the answer had none. Not part of messages, for it may quote what was sent.</summary>
    public string? Detail { get; init; }

    /// <summary>The hint of an OAuth refusal, such as <c>Token has been revoked</c>.</summary>
    public string? Hint { get; init; }

    /// <summary>The <c>X-Request-Id</c> of the answer, for amoCRM's support.</summary>
    public string? RequestId { get; init; }

    /// <summary>The handler that was called.</summary>
    public string? Handler { get; init; }

    /// <summary>One of the numeric codes of amoCRM's older API that the explanation quotes, such as 244.</summary>
    public int? LegacyCode { get; init; }

    /// <summary>What is wrong with which member of which item; empty when amoCRM did not say.</summary>
    public IReadOnlyList<AmoCrmValidationError> Errors { get; init; } = [];

    /// <summary>How long to wait before the next request, where the answer said so.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The problem JSON as it was sent; null when the answer was not a JSON object.</summary>
    public JsonElement? Problem { get; init; }

    /// <summary>True when the answer was a page for browsers: a block (403), or a server in front that knows no such route (404).</summary>
    internal bool IsHtml { get; init; }

    /// <summary>The type's name, status and handler; never what amoCRM explained.</summary>
    public override string ToString() => $"{nameof(AmoCrmApiError)} {{ StatusCode = {StatusCode}, Handler = {Handler} }}";
}
