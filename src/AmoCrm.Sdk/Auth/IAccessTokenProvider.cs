namespace AmoCrm.Sdk;

/// <summary>Says which access token a request carries, and what is to be done when amoCRM refuses it.</summary>
/// <remarks>The default takes the token from the settings as they are. One that refreshes tokens does so here, once for all requests that wait, and writes the new pair before it answers.</remarks>
public interface IAccessTokenProvider
{
    /// <summary>The token for the next attempt.</summary>
    /// <param name="agentId">The agent.</param>
    /// <param name="settings">The agent's settings, just read.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The token as it goes into the header.</returns>
    /// <exception cref="AmoCrmConfigurationException">There is none; the message names the key and the remedy.</exception>
    ValueTask<string> GetAccessTokenAsync(string agentId, AmoCrmSettings settings, CancellationToken cancellationToken);

    /// <summary>Called when amoCRM refused a token (401).</summary>
    /// <param name="agentId">The agent.</param>
    /// <param name="refusedToken">The token that was refused.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>True when there is another token now: the request is sent once more, with settings read again. False: the refusal stands.</returns>
    ValueTask<bool> TryReplaceAsync(string agentId, string refusedToken, CancellationToken cancellationToken);
}
