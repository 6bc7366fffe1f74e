namespace AmoCrm.Sdk;

/// <summary>Says which access token a request carries, and what is to be done when amoCRM refuses it.</summary>
/// <remarks>
/// By default tokens are refreshed where the store can keep the new pair (<see cref="IAmoCrmTokenStore"/>), and taken from the settings as they are where it cannot.
/// An implementation of your own takes the place of both.
/// </remarks>
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
    /// <param name="refusal">What was refused.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>True when there is another token now: the request is sent once more, with settings read again. False: the refusal stands.</returns>
    ValueTask<bool> TryReplaceAsync(AccessTokenRefusal refusal, CancellationToken cancellationToken);

    /// <summary>Called after every answer that is a success: the token works.</summary>
    /// <param name="agentId">The agent.</param>
    /// <param name="token">The token it was sent with.</param>
    void Accepted(string agentId, string token)
    {
    }
}
