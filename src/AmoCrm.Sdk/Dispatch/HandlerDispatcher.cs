namespace AmoCrm.Sdk.Dispatch;

/// <summary>Calls a handler with its own types.</summary>
internal static class HandlerDispatcher
{
    public static Task<TResult> InvokeAsync<TRequest, TResult>(HandlerDescriptor handler, IAmoCrmClient client, TRequest request, CancellationToken cancellationToken)
    {
        if (handler is not HandlerDescriptor<TRequest, TResult> typed)
        {
            throw WrongTypes(handler, typeof(TRequest), typeof(TResult));
        }

        if (request is null)
        {
            throw new AmoCrmArgumentException(handler.Name, nameof(request), $"The request must be a {TypeNames.Of(typeof(TRequest))}, not null.");
        }

        return typed.Invoke(client, request, cancellationToken);
    }

    private static AmoCrmArgumentException WrongTypes(HandlerDescriptor handler, Type request, Type result)
    {
        var expected = $"InvokeAsync<{TypeNames.Of(handler.RequestType)}, {TypeNames.Of(handler.ResultType)}>";
        var given = $"InvokeAsync<{TypeNames.Of(request)}, {TypeNames.Of(result)}>";
        return new AmoCrmArgumentException(handler.Name, nameof(request), $"This handler is called with {expected}, not with {given}.");
    }
}
