namespace AmoCrm.Sdk;

/// <summary>Takes the token from the settings. After a refusal it looks whether somebody has put another one there meanwhile.</summary>
/// <param name="reader">Reads the settings.</param>
internal sealed class SettingsAccessTokenProvider(SettingsReader reader) : IAccessTokenProvider
{
    public ValueTask<string> GetAccessTokenAsync(string agentId, AmoCrmSettings settings, CancellationToken cancellationToken) =>
        settings.AccessToken is not { IsEmpty: false } token
            ? throw new AmoCrmConfigurationException(
                $"Agent '{agentId}' has no {SettingsKeys.AccessToken}: put a long-lived token of the integration there ('amocrm settings set').")
            : ValueTask.FromResult(token.Reveal());

    public async ValueTask<bool> TryReplaceAsync(string agentId, string refusedToken, CancellationToken cancellationToken)
    {
        var settings = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        return settings.AccessToken is { IsEmpty: false } token && token.Reveal() != refusedToken;
    }
}
