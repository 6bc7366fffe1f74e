namespace AmoCrm.Sdk.Transport;

/// <summary>Makes what sends HTTP messages. The pipeline owns timeouts, so there is no <see cref="HttpClient"/> around it, whose timeout would look like a cancellation.</summary>
internal static class HttpConnection
{
    /// <summary>The name of the client in <see cref="IHttpClientFactory"/>.</summary>
    public const string ClientName = "AmoCrm.Sdk";

    public static SocketsHttpHandler CreateHandler(TimeSpan connectTimeout) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = connectTimeout,

        // Accounts move between amoCRM's servers: addresses are looked up again now and then.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        PlaintextStreamFilter = static (connection, _) => ValueTask.FromResult(LeavingBytes.Over(connection.PlaintextStream)),
    };
}
