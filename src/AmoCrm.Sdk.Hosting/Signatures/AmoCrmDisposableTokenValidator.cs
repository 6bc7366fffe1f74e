using Microsoft.IdentityModel.JsonWebTokens;

namespace AmoCrm.Sdk.Hosting;

/// <summary>
/// Verifies the tokens with which amoCRM introduces requests to your server: the disposable token of a widget (header <c>X-Auth-Token</c>,
/// https://www.amocrm.ru/developers/content/web_sdk/mechanics) and the token of a bot's <c>widget_request</c>. Signed with the integration's client secret, which is read at each check.
/// </summary>
/// <remarks>
/// One client secret signs for every account of an integration. So where the settings name an account, only its tokens are taken; settings without a subdomain take those of
/// every account, and <c>Account</c> of the result says which one it is. Safe for use by many threads.
/// </remarks>
public sealed class AmoCrmDisposableTokenValidator
{
    private readonly IAmoCrmSettingsResolver _settings;
    private readonly AmoCrmSignatureOptions _options;
    private readonly IAmoCrmUsedTokens _used;
    private readonly TimeProvider _time;

    /// <summary>Makes a validator.</summary>
    /// <param name="settings">Where client ids, secrets and redirect URIs come from.</param>
    /// <param name="options">How tokens are checked; a copy is taken. Null for the defaults.</param>
    /// <param name="usedTokens">Remembers which tokens have been used; null for <see cref="InMemoryUsedTokens"/>.</param>
    /// <param name="timeProvider">The clock; null means that of the machine.</param>
    /// <exception cref="AmoCrmConfigurationException">Options are not allowed; the message names them.</exception>
    public AmoCrmDisposableTokenValidator(
        IAmoCrmSettingsResolver settings, AmoCrmSignatureOptions? options = null, IAmoCrmUsedTokens? usedTokens = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _settings = settings;
        _options = (options ?? new AmoCrmSignatureOptions()).Copy();
        if (AmoCrmSignatureOptionsValidator.ProblemOf(_options) is { } problem)
        {
            throw new AmoCrmConfigurationException(problem);
        }

        _time = timeProvider ?? TimeProvider.System;
        _used = usedTokens ?? new InMemoryUsedTokens(_time);
    }

    /// <summary>Verifies a widget's token with the keys of an agent's integration.</summary>
    /// <param name="agentId">The agent.</param>
    /// <param name="token">The header <c>X-Auth-Token</c>, as it came.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What the token says.</returns>
    /// <exception cref="AmoCrmSignatureException">The token is not to be trusted; <see cref="AmoCrmSignatureException.Reason"/> says why.</exception>
    /// <exception cref="AmoCrmConfigurationException">The agent's client id, secret or redirect URI are missing or wrong.</exception>
    /// <exception cref="AmoCrmSettingsStoreException">The settings cannot be read.</exception>
    public async Task<AmoCrmWidgetToken> ValidateWidgetTokenAsync(string agentId, string? token, CancellationToken cancellationToken = default) =>
        await WidgetAsync(await SignatureKeys.ReadAsync(_settings, agentId, cancellationToken).ConfigureAwait(false), token, cancellationToken).ConfigureAwait(false);

    /// <summary>Verifies a widget's token with given keys.</summary>
    /// <param name="integration">Settings with client id, client secret and redirect URI; with a subdomain when only that account's tokens are to be taken.</param>
    /// <param name="token">The header <c>X-Auth-Token</c>, as it came.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What the token says.</returns>
    /// <exception cref="AmoCrmSignatureException">The token is not to be trusted; <see cref="AmoCrmSignatureException.Reason"/> says why.</exception>
    /// <exception cref="AmoCrmConfigurationException">Client id, secret or redirect URI are missing or wrong.</exception>
    public Task<AmoCrmWidgetToken> ValidateWidgetTokenAsync(AmoCrmSettings integration, string? token, CancellationToken cancellationToken = default) =>
        WidgetAsync(SignatureKeys.Of(integration), token, cancellationToken);

    /// <summary>Verifies a bot's token with the keys of an agent's integration. It has no id, so it is taken as often as it comes until it expires.</summary>
    /// <param name="agentId">The agent.</param>
    /// <param name="token">The body's <c>token</c>, as it came.</param>
    /// <param name="cancellationToken">Cancels the reading of settings.</param>
    /// <returns>What the token says.</returns>
    /// <exception cref="AmoCrmSignatureException">The token is not to be trusted; <see cref="AmoCrmSignatureException.Reason"/> says why.</exception>
    /// <exception cref="AmoCrmConfigurationException">The agent's client id or secret are missing or wrong.</exception>
    /// <exception cref="AmoCrmSettingsStoreException">The settings cannot be read.</exception>
    public async Task<AmoCrmBotToken> ValidateBotTokenAsync(string agentId, string? token, CancellationToken cancellationToken = default) =>
        await BotAsync(await SignatureKeys.ReadAsync(_settings, agentId, cancellationToken).ConfigureAwait(false), token).ConfigureAwait(false);

    /// <summary>Verifies a bot's token with given keys.</summary>
    /// <param name="integration">Settings with client id and client secret; with a subdomain when only that account's tokens are to be taken.</param>
    /// <param name="token">The body's <c>token</c>, as it came.</param>
    /// <returns>What the token says.</returns>
    /// <exception cref="AmoCrmSignatureException">The token is not to be trusted; <see cref="AmoCrmSignatureException.Reason"/> says why.</exception>
    /// <exception cref="AmoCrmConfigurationException">Client id or secret are missing or wrong.</exception>
    public Task<AmoCrmBotToken> ValidateBotTokenAsync(AmoCrmSettings integration, string? token) => BotAsync(SignatureKeys.Of(integration), token);

    private async Task<AmoCrmWidgetToken> WidgetAsync(SignatureKeys keys, string? token, CancellationToken cancellationToken)
    {
        var claims = await SignedToken.VerifyAsync(token, SignedToken.WidgetAlgorithm, keys).ConfigureAwait(false);
        TokenRules.CheckIntegration(claims, keys);
        TokenRules.CheckAudience(claims, keys);
        var account = TokenRules.Account(claims, keys);
        var issuedAt = claims.Time(JwtRegisteredClaimNames.Iat);
        TokenRules.CheckBegun(issuedAt, _time, _options.ClockSkew);
        TokenRules.CheckBegun(claims.Time(JwtRegisteredClaimNames.Nbf), _time, _options.ClockSkew);
        var expiresAt = TokenRules.End(claims, _time, _options.ClockSkew);
        var verified = new AmoCrmWidgetToken
        {
            Account = account,
            AccountId = claims.Id("account_id"),
            UserId = claims.Id("user_id"),
            IsAdmin = claims.Flag("is_admin"),
            ClientId = keys.ClientId,
            TokenId = claims.Text(JwtRegisteredClaimNames.Jti),
            IssuedAt = issuedAt,
            ExpiresAt = expiresAt,
        };

        // Last: a token that is refused for another reason has not been used.
        return !_options.SingleUse || await _used.TryUseAsync(keys.ClientId, verified.TokenId, expiresAt + _options.ClockSkew, cancellationToken).ConfigureAwait(false)
            ? verified
            : throw new AmoCrmSignatureException(AmoCrmSignatureFailure.AlreadyUsed, "The token has been used before, and each is for one request: the widget has to ask for a new one.");
    }

    private async Task<AmoCrmBotToken> BotAsync(SignatureKeys keys, string? token)
    {
        var claims = await SignedToken.VerifyAsync(token, SignedToken.BotAlgorithm, keys).ConfigureAwait(false);
        TokenRules.CheckIntegration(claims, keys);
        return new AmoCrmBotToken
        {
            Account = TokenRules.Account(claims, keys),
            AccountId = claims.Id("account_id"),
            EntityType = claims.Id("entity_type") switch
            {
                2 => EntityType.Leads,
                12 => EntityType.Customers,
                _ => throw TokenClaims.Wrong("entity_type", "2 (leads) or 12 (customers)"),
            },
            EntityId = claims.Id("entity_id"),
            BotType = claims.Text("bot_type") switch
            {
                "salesbot" => AmoCrmBotType.Salesbot,
                "marketingbot" => AmoCrmBotType.Marketingbot,
                _ => throw TokenClaims.Wrong("bot_type", "salesbot or marketingbot"),
            },
            ClientId = keys.ClientId,
            ExpiresAt = TokenRules.End(claims, _time, _options.ClockSkew),
        };
    }
}
