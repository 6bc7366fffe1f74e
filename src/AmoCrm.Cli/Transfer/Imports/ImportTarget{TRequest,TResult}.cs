using AmoCrm.Sdk;

namespace AmoCrm.Cli.Transfer.Imports;

/// <summary>A target over a typed method of the client.</summary>
/// <param name="name">Its name on the command line.</param>
/// <param name="create">The handler whose parameters a row has.</param>
/// <param name="list">The handler whose items an export has.</param>
/// <param name="scope">Where its custom fields are defined.</param>
/// <param name="method">The method.</param>
internal sealed class ImportTarget<TRequest, TResult>(
    string name,
    string create,
    string list,
    CustomFieldScope scope,
    Func<IAmoCrmClient, IAsyncEnumerable<TRequest>, BulkOptions, CancellationToken, IAsyncEnumerable<BulkOutcome<TRequest, TResult>>> method) : ImportTarget(name, create, list, scope)
{
    public override IAsyncEnumerable<BulkOutcome> CreateAsync(IAmoCrmClient amo, IAsyncEnumerable<object> requests, BulkOptions options, CancellationToken cancellationToken) =>
        method(amo, requests.Select(static request => (TRequest)request), options, cancellationToken);
}
