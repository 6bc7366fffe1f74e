using System.Text;
using System.Text.Json;
using AmoCrm.Cli.Output;
using AmoCrm.Sdk.Dispatch;

namespace AmoCrm.Cli.Handlers;

/// <summary>Writes handlers as a JSON array for programs and agents.</summary>
internal static class HandlerJson
{
    public static string Write(IEnumerable<HandlerDescriptor> handlers)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, JsonOutput.WriterOptions))
        {
            writer.WriteStartArray();
            foreach (var handler in handlers)
            {
                Write(writer, handler);
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, HandlerDescriptor handler)
    {
        writer.WriteStartObject();
        writer.WriteString("name", handler.Name);
        writer.WriteString("module", handler.Module);
        writer.WriteString("client", handler.Client);
        writer.WriteString("client_method", handler.ClientMethod);
        writer.WriteString("summary", handler.Summary);
        writer.WriteString("method", handler.HttpMethod);
        writer.WriteString("path", handler.Path);
        writer.WriteString("effect", Word(handler.Effect));
        writer.WriteString("retry", Word(handler.Retry));
        if (handler.Unsupported is { } reason)
        {
            writer.WriteString("unsupported", reason);
        }

        writer.WritePropertyName("params");
        handler.GetParametersSchema().WriteTo(writer);
        writer.WritePropertyName("result");
        handler.GetResultSchema().WriteTo(writer);
        writer.WriteString("output_var", handler.OutputVariable);
        writer.WriteString("docs", handler.Documentation);
        writer.WriteStartArray("checked");
        foreach (var source in handler.Checked)
        {
            writer.WriteStringValue(source);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>An enum value as the manifest spells it.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
