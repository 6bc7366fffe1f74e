using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using AmoCrm.Sdk.Dispatch;

namespace AmoCrm.Sdk.Engine;

/// <summary>Text with placeholders among other characters.</summary>
internal static class TemplateText
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text with what was found put in. A brace that opens no placeholder, and a placeholder that is not found, stay as written.</summary>
    public static string Fill(string text, TemplateScope scope)
    {
        StringBuilder? result = null;
        bool? isJson = null;
        var copied = 0;
        var position = text.IndexOf('{', StringComparison.Ordinal);
        while (position >= 0)
        {
            var next = position + 1;
            if (TemplatePlaceholder.TryRead(text.AsSpan(position), out var placeholder))
            {
                next = position + placeholder.Length;
                if (scope.TryFind(placeholder.Path, out var found))
                {
                    // In text that is JSON as written, a placeholder stands inside a string: what is put in must not end that string.
                    isJson ??= LooksLikeJson(text) && JsonElements.TryParse(text, out _, out _);
                    result ??= new StringBuilder(text.Length);
                    result.Append(text, copied, position - copied);
                    result.Append(isJson.Value ? JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(ToText(found)) : ToText(found));
                    copied = next;
                }
            }

            position = next < text.Length ? text.IndexOf('{', next) : -1;
        }

        return result is null ? text : result.Append(text, copied, text.Length - copied).ToString();
    }

    // Most text that begins with a brace begins with a placeholder, and the parser says "no JSON" by an exception. So what stands behind
    // the brace is looked at first: JSON has a name in quotes there.
    private static bool LooksLikeJson(string text)
    {
        var start = text.AsSpan().TrimStart();
        if (start is not ['{' or '[', ..])
        {
            return false;
        }

        var inner = start.TrimStart("[ \t\r\n");
        return inner is not ['{', ..] || inner[1..].TrimStart() is ['"' or '}', ..];
    }

    private static string ToText(JsonNode? node)
    {
        switch (node?.GetValueKind())
        {
            case null or JsonValueKind.Null:
                return "";
            case JsonValueKind.Object or JsonValueKind.Array:
                var buffer = new ArrayBufferWriter<byte>();
                using (var writer = new Utf8JsonWriter(buffer, Compact))
                {
                    node.WriteTo(writer);
                }

                return Encoding.UTF8.GetString(buffer.WrittenSpan);
            default:
                return node.ToString();
        }
    }
}
