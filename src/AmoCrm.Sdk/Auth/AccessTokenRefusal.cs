namespace AmoCrm.Sdk;

/// <summary>A request that amoCRM answered with 401.</summary>
public sealed class AccessTokenRefusal
{
    /// <summary>Makes a refusal.</summary>
    /// <param name="agentId">The agent.</param>
    /// <param name="token">The token that was sent.</param>
    /// <param name="request">The request.</param>
    /// <param name="response">The answer.</param>
    public AccessTokenRefusal(string agentId, AmoCrmSecret token, AmoCrmRequest request, AmoCrmResponse response)
    {
        ArgumentNullException.ThrowIfNull(token);
        AgentId = agentId;
        Token = token;
        Request = request;
        Response = response;
    }

    /// <summary>The agent.</summary>
    public string AgentId { get; }

    /// <summary>The token that was refused.</summary>
    public AmoCrmSecret Token { get; }

    /// <summary>The request. One for another user (<see cref="AmoCrmRequest.ContextUserId"/>) is refused with 401 for that user's sake too.</summary>
    /// <remarks>Its body may be read until the provider has answered: after that the memory is used again.</remarks>
    public AmoCrmRequest Request { get; }

    /// <summary>The answer.</summary>
    public AmoCrmResponse Response { get; }
}
