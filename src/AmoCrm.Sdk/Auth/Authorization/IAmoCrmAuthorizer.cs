namespace AmoCrm.Sdk;

/// <summary>
/// Has an integration authorised by a person: sends them to amoCRM's consent page, and puts the tokens that come of it into the store, from where clients take and
/// refresh them. See docs/authorization.md.
/// </summary>
/// <remarks>A code is sent once. When the store is away just then, the tokens are written as soon as it is back, if that is within <see cref="AmoCrmClientOptions.TotalTimeout"/>.</remarks>
public interface IAmoCrmAuthorizer
{
    /// <summary>The address of the consent page for one attempt. Send the person's browser there.</summary>
    /// <param name="agentId">The agent that will have the tokens. Its settings hold the integration's id, secret key and redirect URI.</param>
    /// <param name="mode">How the page behaves in a window of its own; null for a page in the ordinary window.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>The address. It holds a <c>state</c> that works once and for an hour: make one for each attempt, and only for people who may authorise this agent.</returns>
    /// <exception cref="AmoCrmConfigurationException">The settings lack something; the message names the agent and the keys.</exception>
    /// <exception cref="AmoCrmSettingsStoreException">The store cannot be read.</exception>
    Task<Uri> CreateConsentUriAsync(string agentId, AmoCrmConsentMode? mode = null, CancellationToken cancellationToken = default);

    /// <summary>Completes an attempt with what came back to the redirect URI.</summary>
    /// <param name="redirectedTo">The address with its query, as the browser asked for it.</param>
    /// <param name="cancellationToken">Cancels it until the code is sent. From then on it goes to its end, for the code works once.</param>
    /// <returns>Whose tokens are in the store now.</returns>
    /// <exception cref="AmoCrmAuthorizationException">There are none; <see cref="AmoCrmAuthorizationException.Reason"/> tells why, the message what to do.</exception>
    /// <exception cref="AmoCrmConfigurationException">The settings lack something; the message names the agent and the keys.</exception>
    /// <exception cref="AmoCrmSettingsStoreException">The store cannot be read; the code was not sent.</exception>
    /// <exception cref="AmoCrmException">amoCRM cannot be reached, or refused for a reason that has to do with neither the code nor the integration (a block, a limit).</exception>
    Task<AmoCrmAuthorizationResult> CompleteAsync(Uri redirectedTo, CancellationToken cancellationToken = default);

    /// <summary>Exchanges a code that did not come through the consent page of <see cref="CreateConsentUriAsync"/>: one copied from the integration's dialog, or brought by the installation of a widget.</summary>
    /// <param name="agentId">The agent that will have the tokens.</param>
    /// <param name="code">The code. It works once, for 20 minutes.</param>
    /// <param name="account">The account's subdomain (<c>mycompany</c>) or its whole host; null for the one in the settings.</param>
    /// <param name="cancellationToken">Cancels it until the code is sent.</param>
    /// <returns>Whose tokens are in the store now.</returns>
    /// <exception cref="AmoCrmAuthorizationException">There are none; <see cref="AmoCrmAuthorizationException.Reason"/> tells why, the message what to do.</exception>
    /// <exception cref="AmoCrmConfigurationException">The settings lack something; the message names the agent and the keys.</exception>
    /// <exception cref="AmoCrmSettingsStoreException">The store cannot be read; the code was not sent.</exception>
    /// <exception cref="AmoCrmException">amoCRM cannot be reached, or refused for a reason that has to do with neither the code nor the integration (a block, a limit).</exception>
    Task<AmoCrmAuthorizationResult> ExchangeCodeAsync(string agentId, AmoCrmSecret code, string? account = null, CancellationToken cancellationToken = default);
}
