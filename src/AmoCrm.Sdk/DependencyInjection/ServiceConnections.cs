using AmoCrm.Sdk.Auth.Refresh;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk;

/// <summary>What services of ours connect with: the handlers of <see cref="IHttpMessageHandlerFactory"/>, or the one in the options.</summary>
internal static class ServiceConnections
{
    /// <summary>Gives what sends HTTP messages; asked for each attempt, since the factory replaces its handlers.</summary>
    public static Func<HttpMessageInvoker> Of(AmoCrmClientOptions options, IHttpMessageHandlerFactory handlers)
    {
        if (options.HttpMessageHandler is { } given)
        {
            var connection = new HttpMessageInvoker(given, disposeHandler: false);
            return () => connection;
        }

        return () => new HttpMessageInvoker(handlers.CreateHandler(HttpConnection.ClientName), disposeHandler: false);
    }

    /// <exception cref="AmoCrmConfigurationException">The settings are kept where new tokens cannot be.</exception>
    public static IAmoCrmTokenRefresher CreateTokenRefresher(AmoCrmClientOptions options, IHttpMessageHandlerFactory handlers) =>
        options.SettingsResolver is IAmoCrmTokenStore store
            ? new TokenRefresher(options.Copy(), store, Of(options, handlers))
            : throw new AmoCrmConfigurationException(
                $"Tokens cannot be refreshed with settings from {options.SettingsResolver?.GetType().Name}, which cannot keep new ones: use the JSON file or the MongoDB store.");

    /// <exception cref="AmoCrmConfigurationException">The settings are kept where tokens cannot be.</exception>
    public static IAmoCrmAuthorizer CreateAuthorizer(AmoCrmClientOptions options, IAmoCrmAuthorizationStateStore states, IHttpMessageHandlerFactory handlers) =>
        new AmoCrmAuthorizer(options.Copy(), states, Of(options, handlers));
}
