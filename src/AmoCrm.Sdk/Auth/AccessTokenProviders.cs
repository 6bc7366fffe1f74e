using AmoCrm.Sdk.Auth.Refresh;

namespace AmoCrm.Sdk.Auth;

/// <summary>Chooses where the tokens of a client come from.</summary>
internal static class AccessTokenProviders
{
    public static IAccessTokenProvider Of(AmoCrmClientOptions options, SettingsReader reader, Func<HttpMessageInvoker> connect) => options switch
    {
        { AccessTokenProvider: { } own } => own,
        { SettingsResolver: IAmoCrmTokenStore store } => new RefreshingAccessTokenProvider(options, reader, new TokenRefresher(options, store, connect)),

        // A refreshed pair that cannot be kept would be lost with the process, and the refresh token with it.
        _ => new SettingsAccessTokenProvider(reader),
    };
}
