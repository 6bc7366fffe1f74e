namespace AmoCrm.Sdk;

/// <summary>Refreshes the tokens of agents. Clients do it by themselves when a token is about to end: this is for integrations that nobody uses for weeks.</summary>
public interface IAmoCrmTokenRefresher
{
    /// <summary>Refreshes an agent's tokens if they are old enough, once for all processes that want it.</summary>
    /// <param name="agentId">The agent.</param>
    /// <param name="minimumAge">How old the pair has to be; zero: refresh it in any case. One whose age is not known counts as old.</param>
    /// <param name="cancellationToken">Ends the waiting. A refresh that has begun is carried to its end nevertheless: half of one would lose the tokens.</param>
    /// <returns>What came of it.</returns>
    /// <exception cref="AmoCrmConfigurationException">The agent has no refresh token, or something of the integration is missing or wrong; the message names it.</exception>
    /// <exception cref="AmoCrmReauthorizationRequiredException">The refresh token is of no use any more: a person has to authorise the integration again.</exception>
    /// <exception cref="AmoCrmSettingsStoreException">The store cannot be read or written.</exception>
    /// <exception cref="AmoCrmNetworkException">amoCRM could not be reached, or its answer was lost.</exception>
    Task<AmoCrmTokenRefreshResult> RefreshAsync(string agentId, TimeSpan minimumAge, CancellationToken cancellationToken = default);
}
