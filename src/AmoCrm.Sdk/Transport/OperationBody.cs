using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AmoCrm.Sdk.Transport;

/// <summary>Writes the bodies of operations, straight into a pooled buffer.</summary>
internal static class OperationBody
{
    // Bodies are never put into HTML: Cyrillic stays two bytes a letter instead of six.
    // What may stand where is settled when the writers are emitted; the tests of the handlers compare what they write as JSON.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The body of one item; null when the operation has none. Return it when the answer is there.</summary>
    public static PooledBuffer? Write<TArguments, TResult>(Operation<TArguments, TResult> operation, TArguments arguments, ResolvedCustomFields? fields)
    {
        if (operation is not { Body: { } write, BodyKind: not BodyKind.None })
        {
            return null;
        }

        var buffer = new PooledBuffer();
        using var writer = new Utf8JsonWriter(buffer, Options);
        if (operation.BodyKind == BodyKind.Array)
        {
            writer.WriteStartArray();
        }

        write(writer, arguments, new OperationContext { CustomFields = fields });
        if (operation.BodyKind == BodyKind.Array)
        {
            writer.WriteEndArray();
        }

        return buffer;
    }

    /// <summary>The body of a batch: an array whose items carry a request id (creates) or their own id (updates).</summary>
    public static PooledBuffer WriteMany<TArguments, TResult>(
        Operation<TArguments, TResult> operation, IReadOnlyList<TArguments> arguments, ResolvedCustomFields?[] fields)
    {
        var write = operation.Body ?? throw new InvalidOperationException($"{operation.Handler} has a batch but no body.");
        var buffer = new PooledBuffer();
        using var writer = new Utf8JsonWriter(buffer, Options);
        writer.WriteStartArray();
        for (var i = 0; i < arguments.Count; i++)
        {
            write(writer, arguments[i], new OperationContext
            {
                RequestId = operation.Effect == HandlerEffect.Create ? RequestId(i) : null,
                WriteId = operation.Effect == HandlerEffect.Update,
                CustomFields = fields[i],
            });
        }

        writer.WriteEndArray();
        return buffer;
    }

    // The same that amoCRM answers where a resource ignores ours: the zero-based index.
    public static string RequestId(int index) => index.ToString(CultureInfo.InvariantCulture);
}
