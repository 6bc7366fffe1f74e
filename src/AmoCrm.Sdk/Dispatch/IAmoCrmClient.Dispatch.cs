using System.Text.Json;
using AmoCrm.Sdk.Dispatch;

namespace AmoCrm.Sdk;

public partial interface IAmoCrmClient
{
    /// <summary>Calls a handler by name with its own request type. It is the same call as the method behind the name: the task returned is that method's.</summary>
    /// <typeparam name="TRequest">The handler's request type: see <see cref="HandlerDescriptor.RequestType"/>.</typeparam>
    /// <typeparam name="TResult">The handler's result type: see <see cref="HandlerDescriptor.ResultType"/>.</typeparam>
    /// <param name="handler">The handler's name, for example <c>amocrm_create_company</c>.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="AmoCrmUnknownHandlerException">No handler has that name.</exception>
    /// <exception cref="AmoCrmArgumentException">The handler takes or answers other types; the message names them.</exception>
    Task<TResult> InvokeAsync<TRequest, TResult>(string handler, TRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls a handler by name with arguments as JSON and answers the typed result as JSON. Throws what the method behind the name throws.</summary>
    /// <param name="handler">The handler's name, for example <c>amocrm_get_company</c>.</param>
    /// <param name="arguments">A JSON object of the handler's parameters; <c>default</c> or null when it needs none. Ids may be numbers or strings of digits.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The result; JSON null when the object asked for does not exist.</returns>
    /// <exception cref="AmoCrmUnknownHandlerException">No handler has that name.</exception>
    /// <exception cref="AmoCrmArgumentException">An argument is missing, unknown or of the wrong kind; nothing was sent.</exception>
    Task<JsonElement> InvokeAsync(string handler, JsonElement arguments, CancellationToken cancellationToken = default);
}
