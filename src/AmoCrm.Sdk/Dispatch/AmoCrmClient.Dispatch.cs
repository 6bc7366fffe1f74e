using System.Text.Json;
using AmoCrm.Sdk.Dispatch;

namespace AmoCrm.Sdk;

public sealed partial class AmoCrmClient
{
    /// <inheritdoc/>
    public Task<TResult> InvokeAsync<TRequest, TResult>(string handler, TRequest request, CancellationToken cancellationToken = default) =>
        HandlerDispatcher.InvokeAsync<TRequest, TResult>(HandlerCatalog.Get(handler), this, request, cancellationToken);

    /// <inheritdoc/>
    public Task<JsonElement> InvokeAsync(string handler, JsonElement arguments, CancellationToken cancellationToken = default) =>
        HandlerCatalog.Get(handler).InvokeAsync(this, arguments, cancellationToken);
}
