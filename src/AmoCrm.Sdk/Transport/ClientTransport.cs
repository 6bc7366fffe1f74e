namespace AmoCrm.Sdk.Transport;

/// <summary>Puts together what a client sends with, from its options.</summary>
internal static class ClientTransport
{
    /// <summary>Makes the transport of a client without dependency injection.</summary>
    /// <returns>The transport, what has to be disposed with the client, and the copy of the options that both work with.</returns>
    public static (IAmoCrmTransport Transport, IDisposable? Connection, AmoCrmClientOptions Options) Create(AmoCrmClientOptions options)
    {
        var copy = options.Copy();
        if (copy.Transport is { } transport)
        {
            return (transport, null, copy);
        }

        var connection = Connect(copy);
        return (Create(copy, () => connection), connection, copy);
    }

    /// <summary>Makes what sends HTTP messages, without dependency injection.</summary>
    public static HttpMessageInvoker Connect(AmoCrmClientOptions options) => options.HttpMessageHandler is { } given
        ? new HttpMessageInvoker(given, disposeHandler: false)
        : new HttpMessageInvoker(HttpConnection.CreateHandler(options.ConnectTimeout), disposeHandler: true);

    /// <summary>Makes the transport of a client over connections that somebody else keeps.</summary>
    public static IAmoCrmTransport Create(AmoCrmClientOptions options, Func<HttpMessageInvoker> connect)
    {
        options.SettingsResolver ??= new JsonFileSettingsStore();
        return new HttpTransport(options, connect);
    }
}
