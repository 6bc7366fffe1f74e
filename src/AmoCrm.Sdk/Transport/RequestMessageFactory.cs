using System.Globalization;

namespace AmoCrm.Sdk.Transport;

/// <summary>Makes the HTTP message of one attempt, and makes sure that it goes to the account's host and nowhere else.</summary>
/// <param name="options">The client's options.</param>
internal sealed class RequestMessageFactory(AmoCrmClientOptions options)
{
    private const string Root = "https://";
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
        message.Headers.TryAddWithoutValidation("Accept-Encoding", ResponseReader.Encoding);
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

    // The canonical address holds no default port, and a slash ends its authority: what begins like this has no user, no port and no other host.
    private static bool IsOn(string host, ReadOnlySpan<char> address) =>
        address.StartsWith(Root, StringComparison.Ordinal)
        && address[Root.Length..].StartsWith(host, StringComparison.Ordinal)
        && address[(Root.Length + host.Length)..] is ['/', ..] path
        && !path.Contains('#');

    private static Uri AccountUri(AmoCrmRequest request, string host)
    {
        var text = request.Query is { Length: > 0 } query ? $"{Root}{host}{request.Path}?{query}" : $"{Root}{host}{request.Path}";

        // Looked at as .NET understood it, not as it was put together: whatever the parts were, the token goes to the account's host only.
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && IsOn(host, uri.AbsoluteUri)
            ? uri
            : throw new AmoCrmArgumentException(request.Handler, "path", "Path and query do not make an address on the account's host: percent-encode their values.");
    }
}
