using System.Text.Json;
using System.Text.Json.Nodes;
using AmoCrm.Sdk.Dispatch;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk.Engine;

/// <summary>What a call by name leaves behind: <c>{"success", "handler", …}</c>, whether it went well or not.</summary>
internal static class Envelope
{
    /// <summary>Calls the handler. What amoCRM answered and what is wrong with the arguments ends up in the envelope; a cancellation throws.</summary>
    public static async Task<JsonObject> InvokeAsync(HandlerDescriptor handler, IAmoCrmClient client, JsonElement arguments, CancellationToken cancellationToken)
    {
        var buffer = new PooledBuffer();
        try
        {
            var writer = new Utf8JsonWriter(buffer);
            await using (writer.ConfigureAwait(false))
            {
                writer.WriteStartObject();
                writer.WriteBoolean("success"u8, true);
                writer.WriteString("handler"u8, handler.Name);
                if (!await handler.InvokeAsync(client, arguments, writer, cancellationToken).ConfigureAwait(false))
                {
                    return NotFound(handler, arguments);
                }

                writer.WriteEndObject();
            }

            return JsonNode.Parse(buffer.Written.Span, documentOptions: new JsonDocumentOptions { MaxDepth = JsonElements.MaximumDepth })!.AsObject();
        }
        catch (Exception exception) when (exception is IAmoCrmError and not OperationCanceledException)
        {
            return Failure(handler, exception, (IAmoCrmError)exception);
        }
        finally
        {
            buffer.Return();
        }
    }

    /// <summary>The envelope of a call that an error of ours ended.</summary>
    public static JsonObject Failure(HandlerDescriptor handler, Exception exception, IAmoCrmError error)
    {
        var envelope = Failure(handler, Sentence(exception), error.ErrorCode, error.StatusCode);
        if (error.Problem is { } problem)
        {
            envelope.Add("data", JsonElements.ToNode(problem));
        }

        return envelope;
    }

    private static JsonObject Failure(HandlerDescriptor handler, string message, string code, int status) => new()
    {
        ["success"] = false,
        ["handler"] = handler.Name,
        ["error"] = message,
        ["error_code"] = code,
        ["status_code"] = status,
    };

    private static JsonObject NotFound(HandlerDescriptor handler, JsonElement arguments)
    {
        var ids = handler.Parameters
            .Where(parameter => handler.Path.Contains($"{{{parameter.Name}}}", StringComparison.Ordinal))
            .Select(parameter => (parameter.Name, Value: Find(arguments, parameter)))
            .Where(static id => id.Value is not null)
            .Select(static id => $"{id.Name} {id.Value}")
            .ToList();
        var wanted = ids.Count > 0 ? $"with {string.Join(", ", ids)}" : "like this";
        return Failure(handler, $"{handler.Name}: amoCRM has nothing {wanted}, or this user may not see it.", AmoCrmErrorCodes.NotFound, 404);
    }

    private static string? Find(JsonElement arguments, HandlerParameter parameter)
    {
        if (arguments.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        return parameter.Aliases.Prepend(parameter.Name)
            .Select(name => arguments.TryGetProperty(name, out var value) ? value.ToString() : null)
            .FirstOrDefault(static value => value is not null);
    }

    // .NET appends " (Parameter 'x')" to argument errors, which the sentence before it has named already.
    private static string Sentence(Exception exception)
    {
        var suffix = exception is ArgumentException { ParamName: { } name } ? $" (Parameter '{name}')" : "";
        return suffix.Length > 0 && exception.Message.EndsWith(suffix, StringComparison.Ordinal) ? exception.Message[..^suffix.Length] : exception.Message;
    }
}
