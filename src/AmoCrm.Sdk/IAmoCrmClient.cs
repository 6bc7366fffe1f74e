namespace AmoCrm.Sdk;

/// <summary>One account of amoCRM. Every noun of the API is a property; every handler can also be called by its name.</summary>
public partial interface IAmoCrmClient
{
    /// <summary>The agent whose settings are used.</summary>
    string AgentId { get; }

    /// <summary>The same account with the rights of another user (<c>X-Context-User-ID</c>).</summary>
    /// <param name="userId">Id of the user.</param>
    /// <returns>A client that shares everything else with this one.</returns>
    /// <remarks>amoCRM allows it only when an administrator granted the token; a user it does not know makes requests fail as unauthorised.</remarks>
    /// <exception cref="AmoCrmArgumentException"><paramref name="userId"/> is not positive.</exception>
    IAmoCrmClient AsUser(long userId);

    /// <summary>The same account for mass work: its requests wait behind those that somebody waits for, see <see cref="AmoCrmPriority.Bulk"/>.</summary>
    /// <returns>A client that shares everything else with this one.</returns>
    IAmoCrmClient AsBulk();

    /// <summary>Sends a request of your own through the same pipeline as every other: host, token, limits, timeouts, telemetry.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer, whatever its status is: <see cref="AmoCrmResponse.EnsureSuccess"/> makes an exception of a refusal.</returns>
    /// <exception cref="AmoCrmNetworkException">No connection, or it broke.</exception>
    /// <exception cref="AmoCrmTimeoutException">No answer in time.</exception>
    /// <exception cref="AmoCrmOutcomeUnknownException">The answer to a write that must not happen twice was lost.</exception>
    Task<AmoCrmResponse> SendAsync(AmoCrmRequest request, CancellationToken cancellationToken = default);
}
