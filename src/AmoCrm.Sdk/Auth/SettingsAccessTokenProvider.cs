namespace AmoCrm.Sdk.Auth;

/// <summary>Takes the token from the settings. After a refusal it looks whether somebody has put another one there meanwhile.</summary>
/// <param name="reader">Reads the settings.</param>
internal sealed class SettingsAccessTokenProvider(SettingsReader reader) : IAccessTokenProvider
{
    public ValueTask<string> GetAccessTokenAsync(string agentId, AmoCrmSettings settings, CancellationToken cancellationToken) =>
        settings.AccessToken is { IsEmpty: false } token ? ValueTask.FromResult(token.Reveal()) : throw AuthErrors.NoAccessToken(agentId);

    public async ValueTask<bool> TryReplaceAsync(AccessTokenRefusal refusal, CancellationToken cancellationToken)
    {
        var settings = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        return settings.AccessToken is { IsEmpty: false } token && token != refusal.Token;
    }
}
