namespace AmoCrm.Sdk;

public partial interface ICallsClient
{
    /// <summary>Enumerates phone calls, the one whose last change is oldest first, over all pages of the entity types asked for. <see cref="ListCallsRequest.Page"/> is not used.</summary>
    /// <remarks>A call that somebody changes meanwhile moves to the end: it comes once more there, and one behind it may be passed over.</remarks>
    /// <param name="request">Which calls; all when null.</param>
    /// <param name="cancellationToken">Cancels the enumeration; it then throws and never ends early as if it were complete.</param>
    /// <exception cref="AmoCrmArgumentException">The request contradicts itself; nothing was sent.</exception>
    /// <exception cref="AmoCrmApiException">amoCRM refused a request.</exception>
    IAsyncEnumerable<LoggedCall> EnumerateAsync(ListCallsRequest? request = null, CancellationToken cancellationToken = default);
}
