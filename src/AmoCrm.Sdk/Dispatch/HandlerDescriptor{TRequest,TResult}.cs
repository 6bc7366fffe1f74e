using System.Text.Json;
using AmoCrm.Sdk.Json;

namespace AmoCrm.Sdk.Dispatch;

/// <summary>The typed half of a descriptor: how arguments become a request, which method is called, how its result is written.</summary>
/// <param name="name">The handler's name.</param>
/// <param name="descriptions">The facts and schemas of the module's handlers.</param>
internal sealed class HandlerDescriptor<TRequest, TResult>(string name, PackedJson descriptions) : HandlerDescriptor(name, descriptions)
{
    public override Type RequestType => typeof(TRequest);

    public override Type ResultType => typeof(TResult);

    public required Func<ArgumentReader, TRequest> Bind { get; init; }

    /// <summary>Calls the client's method and returns its own task.</summary>
    public required Func<IAmoCrmClient, TRequest, CancellationToken, Task<TResult>> Invoke { get; init; }

    /// <summary>Writes a result that is not null.</summary>
    public required JsonValueWriter<TResult> WriteResult { get; init; }

    /// <summary>Writes the envelope's members of a result that is not null.</summary>
    public required EnvelopeWriter<TRequest, TResult> WriteEnvelope { get; init; }

    public override object BindRequest(JsonElement arguments) => Read(arguments)!;

    internal override async Task<JsonElement> InvokeAsync(IAmoCrmClient client, JsonElement arguments, CancellationToken cancellationToken)
    {
        var request = Read(arguments);
        var result = await Invoke(client, request, cancellationToken).ConfigureAwait(false);
        return result is null
            ? JsonElements.Null
            : JsonElements.Write((WriteResult, result), static (writer, state) => state.WriteResult(writer, state.result));
    }

    internal override async Task<bool> InvokeAsync(IAmoCrmClient client, JsonElement arguments, Utf8JsonWriter envelope, CancellationToken cancellationToken)
    {
        var request = Read(arguments);
        var result = await Invoke(client, request, cancellationToken).ConfigureAwait(false);
        if (result is null)
        {
            return false;
        }

        WriteEnvelope(envelope, request, result);
        return true;
    }

    private TRequest Read(JsonElement arguments)
    {
        try
        {
            using var reader = new ArgumentReader(this, arguments);
            return Bind(reader);
        }
        catch (InvalidOperationException exception)
        {
            // Half of a surrogate pair, as a model leaves behind when it is cut off: JSON can spell it, a text cannot hold it.
            throw new AmoCrmArgumentException(Name, "arguments", "The arguments hold a text that is not valid Unicode.", exception);
        }
    }
}
