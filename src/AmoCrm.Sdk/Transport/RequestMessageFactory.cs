using System.Globalization;

namespace AmoCrm.Sdk.Transport;

/// <summary>Makes the HTTP message of one attempt, and makes sure that it goes to the account's host and nowhere else.</summary>
/// <param name="options">The client's options.</param>
internal sealed class RequestMessageFactory(AmoCrmClientOptions options)
{
    private const string Accept = "application/hal+json, application/json, application/problem+json";

    private readonly string _userAgent = $"{Uri.EscapeDataString(options.ApplicationName.Trim())} AmoCrm.Sdk/{Telemetry.AmoCrmTelemetry.Version}";

    /// <summary>Makes the message, without what proves who asks.</summary>
    /// <param name="call">The request.</param>
    /// <param name="host">Where it goes: the value of an <see cref="AccountHost"/> or of an <see cref="Auth.ApiDomain"/>, and nothing else.</param>
    public HttpRequestMessage Create(CallState call, string host)
    {
        var request = call.Request;
        var uri = AccountUri(request, host);
        var message = new HttpRequestMessage(request.Method, uri);
        if (!request.Body.IsEmpty)
        {
            message.Content = new RequestBody(call);
        }

        message.Headers.TryAddWithoutValidation("Accept", Accept);
        message.Headers.TryAddWithoutValidation("User-Agent", _userAgent);
        if (request.ContextUserId is { } userId)
        {
            message.Headers.TryAddWithoutValidation("X-Context-User-ID", userId.ToString(CultureInfo.InvariantCulture));
        }

        if (options.EmulatorAddress is { } emulator)
        {
            message.RequestUri = new Uri(emulator, uri.PathAndQuery);
            message.Headers.Host = host;
        }

        return message;
    }

    private static Uri AccountUri(AmoCrmRequest request, string host)
    {
        var text = request.Query is { Length: > 0 } query ? $"https://{host}{request.Path}?{query}" : $"https://{host}{request.Path}";
        var isUri = Uri.TryCreate(text, UriKind.Absolute, out var uri);

        // Looked at as .NET understood it, not as it was put together: whatever the parts were, the token goes to the account's host only.
        return isUri && uri!.Scheme == Uri.UriSchemeHttps && uri.Host == host && uri.IsDefaultPort && uri is { UserInfo: "", Fragment: "" }
            ? uri
            : throw new AmoCrmArgumentException(request.Handler, "path", "Path and query do not make an address on the account's host: percent-encode their values.");
    }
}
