using System.Runtime.CompilerServices;
using AmoCrm.Sdk;

namespace AmoCrm.Cli.Transfer.Exports;

/// <summary>A list over a typed method of the client.</summary>
/// <param name="name">Its name on the command line.</param>
/// <param name="handler">The handler whose parameters it takes.</param>
/// <param name="pages">The method.</param>
/// <param name="scope">Where its custom fields are defined; null where there are none.</param>
internal sealed class ExportSource<TRequest, TItem>(
    string name,
    string handler,
    Func<IAmoCrmClient, TRequest, string?, CancellationToken, IAsyncEnumerable<Page<TItem>>> pages,
    Func<TRequest, CustomFieldScope>? scope = null) : ExportSource(name, handler)
{
    public override CustomFieldScope? ScopeOf(object request) => scope?.Invoke((TRequest)request);

    public override async IAsyncEnumerable<ExportPage> ReadAsync(
        IAmoCrmClient amo, object request, string? continuation, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in pages(amo, (TRequest)request, continuation, cancellationToken).ConfigureAwait(false))
        {
            yield return new ExportPage([.. page.Items.Select(TransferJson.Line)], page.TotalItems, page.Continuation);
        }
    }
}
