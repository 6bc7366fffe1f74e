using System.Runtime.CompilerServices;
using AmoCrm.Sdk.Auth.Refresh;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk;

/// <summary>What services of ours connect with: the handlers of <see cref="IHttpMessageHandlerFactory"/>, or the one in the options.</summary>
internal static class ServiceConnections
{
    // Those that were looked at: the factory replaces them every few minutes, and each is looked at once.
    private static readonly ConditionalWeakTable<HttpMessageHandler, object> Sound = [];

    /// <summary>Gives what sends HTTP messages; asked for each attempt, since the factory replaces its handlers.</summary>
    public static Func<HttpMessageInvoker> Of(AmoCrmClientOptions options, IHttpMessageHandlerFactory handlers)
    {
        if (options.HttpMessageHandler is { } given)
        {
            var connection = new HttpMessageInvoker(given, disposeHandler: false);
            return () => connection;
        }

        return () => new HttpMessageInvoker(Checked(handlers.CreateHandler(HttpConnection.ClientName)), disposeHandler: false);
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

    private static HttpMessageHandler Checked(HttpMessageHandler handler)
    {
        if (Sound.TryGetValue(handler, out _))
        {
            return handler;
        }

        if (AmoCrmClientOptionsValidator.FollowsRedirectsOrKeepsCookies(handler))
        {
            throw new AmoCrmConfigurationException(
                $"The primary handler of HTTP client '{HttpConnection.ClientName}' must have AllowAutoRedirect and UseCookies off: a redirect would carry tokens and secrets to other hosts. "
                + "Switch both off where ConfigurePrimaryHttpMessageHandler makes it, or leave that call out. Nothing was sent.");
        }

        Sound.AddOrUpdate(handler, handler);
        return handler;
    }
}
