using AmoCrm.Sdk;
using AmoCrm.Sdk.Dispatch;

namespace AmoCrm.Cli.Transfer.Exports;

/// <summary>A list that can be exported.</summary>
/// <param name="name">Its name on the command line.</param>
/// <param name="handler">The handler whose parameters it takes.</param>
internal abstract class ExportSource(string name, string handler)
{
    public string Name => name;

    public HandlerDescriptor Handler => HandlerCatalog.Get(handler);

    /// <summary>Where its custom fields are defined; null where there are none.</summary>
    /// <param name="request">The bound request.</param>
    public abstract CustomFieldScope? ScopeOf(object request);

    /// <summary>Reads the list page by page.</summary>
    /// <param name="amo">The account.</param>
    /// <param name="request">The bound request.</param>
    /// <param name="continuation">Where an earlier run stopped; null for the beginning.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public abstract IAsyncEnumerable<ExportPage> ReadAsync(IAmoCrmClient amo, object request, string? continuation, CancellationToken cancellationToken);
}
