using AmoCrm.Sdk;
using AmoCrm.Sdk.Dispatch;

namespace AmoCrm.Cli.Transfer.Imports;

/// <summary>What can be imported.</summary>
/// <param name="name">Its name on the command line.</param>
/// <param name="create">The handler whose parameters a row has.</param>
/// <param name="list">The handler whose items an export has.</param>
/// <param name="scope">Where its custom fields are defined.</param>
internal abstract class ImportTarget(string name, string create, string list, CustomFieldScope scope)
{
    public string Name => name;

    public HandlerDescriptor Handler => HandlerCatalog.Get(create);

    public CustomFieldScope Scope => scope;

    /// <summary>What an exported entity looks like.</summary>
    public EntityShape Shape { get; } = EntityShape.Of(HandlerCatalog.Get(list));

    /// <summary>Creates what comes.</summary>
    /// <param name="amo">The account.</param>
    /// <param name="requests">Bound requests.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellationToken">Cuts off what is under way; what became of that is unknown then.</param>
    public abstract IAsyncEnumerable<BulkOutcome> CreateAsync(IAmoCrmClient amo, IAsyncEnumerable<object> requests, BulkOptions options, CancellationToken cancellationToken);
}
