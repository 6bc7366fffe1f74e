using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AmoCrm.Sdk.Hosting;

/// <summary>
/// Verifies the hook that amoCRM calls when an account switches the integration off: a GET with <c>account_id</c>, <c>client_uuid</c> and <c>signature</c>, the HMAC-SHA256 of
/// <c>client_uuid|account_id</c> with the client secret as key, in lower-case hex. See https://www.amocrm.ru/developers/content/oauth/step-by-step.
/// </summary>
/// <param name="settings">Where client ids and secrets come from; asked at each check.</param>
public sealed class AmoCrmUninstallHook(IAmoCrmSettingsResolver settings)
{
    private readonly IAmoCrmSettingsResolver _settings = settings ?? throw new ArgumentNullException(nameof(settings));

    /// <summary>Verifies a call with the keys of an agent's integration.</summary>
    /// <param name="agentId">The agent.</param>
    /// <param name="accountId">The query's <c>account_id</c>, as it came.</param>
    /// <param name="clientUuid">The query's <c>client_uuid</c>, as it came.</param>
    /// <param name="signature">The query's <c>signature</c>, as it came.</param>
    /// <param name="cancellationToken">Cancels the reading of settings.</param>
    /// <returns>Which account removed which integration.</returns>
    /// <exception cref="AmoCrmSignatureException">It does not come from amoCRM, or is meant for another integration.</exception>
    /// <exception cref="AmoCrmConfigurationException">The agent has no client id or secret.</exception>
    /// <exception cref="AmoCrmSettingsStoreException">The settings cannot be read.</exception>
    public async Task<AmoCrmUninstall> VerifyAsync(string agentId, string? accountId, string? clientUuid, string? signature, CancellationToken cancellationToken = default) =>
        Verify(await SignatureKeys.ReadAsync(_settings, agentId, cancellationToken).ConfigureAwait(false), accountId, clientUuid, signature);

    /// <summary>Verifies a call with given keys.</summary>
    /// <param name="integration">Settings with client id and client secret.</param>
    /// <param name="accountId">The query's <c>account_id</c>, as it came.</param>
    /// <param name="clientUuid">The query's <c>client_uuid</c>, as it came.</param>
    /// <param name="signature">The query's <c>signature</c>, as it came.</param>
    /// <returns>Which account removed which integration.</returns>
    /// <exception cref="AmoCrmSignatureException">It does not come from amoCRM, or is meant for another integration.</exception>
    /// <exception cref="AmoCrmConfigurationException">There is no client id or secret in the settings.</exception>
    public static AmoCrmUninstall Verify(AmoCrmSettings integration, string? accountId, string? clientUuid, string? signature) =>
        Verify(SignatureKeys.Of(integration), accountId, clientUuid, signature);

    private static AmoCrmUninstall Verify(SignatureKeys keys, string? accountId, string? clientUuid, string? signature)
    {
        if (!long.TryParse(accountId, NumberStyles.None, CultureInfo.InvariantCulture, out var account) || account == 0)
        {
            throw new AmoCrmSignatureException(AmoCrmSignatureFailure.Malformed, "The uninstall hook has no account_id, or one that is no number.");
        }

        if (string.IsNullOrEmpty(clientUuid) || string.IsNullOrEmpty(signature))
        {
            throw new AmoCrmSignatureException(AmoCrmSignatureFailure.Malformed, "The uninstall hook has no client_uuid or no signature.");
        }

        if (!string.Equals(clientUuid, keys.ClientId, StringComparison.OrdinalIgnoreCase))
        {
            throw new AmoCrmSignatureException(AmoCrmSignatureFailure.OtherIntegration, $"The uninstall hook is meant for another integration than the one of {SettingsKeys.ClientId}.");
        }

        var right = Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(keys.ClientSecret), Encoding.UTF8.GetBytes($"{clientUuid}|{accountId}"))).ToLowerInvariant();

        // As text, since amoCRM writes lower case only: what is spelt otherwise was not written by it.
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(right), Encoding.UTF8.GetBytes(signature))
            ? new AmoCrmUninstall(account, keys.ClientId)
            : throw new AmoCrmSignatureException(
                AmoCrmSignatureFailure.WrongSignature,
                $"The signature of the uninstall hook is wrong: it does not come from amoCRM, or {SettingsKeys.ClientSecret} is not the integration's present one.");
    }
}
