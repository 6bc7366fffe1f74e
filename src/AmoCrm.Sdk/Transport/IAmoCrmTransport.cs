namespace AmoCrm.Sdk;

/// <summary>Carries one request to amoCRM and its answer back. Replace it to test code that uses the client without any HTTP.</summary>
public interface IAmoCrmTransport
{
    /// <summary>Sends a request and returns the answer, whatever its HTTP status is.</summary>
    /// <param name="request">What to send. The account's host and the token are the transport's business.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer, read to its end.</returns>
    /// <exception cref="AmoCrmNetworkException">No connection, or it broke.</exception>
    /// <exception cref="AmoCrmTimeoutException">No answer in time.</exception>
    /// <exception cref="AmoCrmOutcomeUnknownException">The answer to a write that must not happen twice was lost.</exception>
    /// <exception cref="AmoCrmOperationCanceledException">A write was cancelled after bytes of it may have left.</exception>
    /// <exception cref="AmoCrmConfigurationException">The settings of the agent are missing, incomplete or wrong.</exception>
    Task<AmoCrmResponse> SendAsync(AmoCrmRequest request, CancellationToken cancellationToken);
}
