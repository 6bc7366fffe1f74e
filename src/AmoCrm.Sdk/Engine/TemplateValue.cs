using System.Text.Json;
using System.Text.Json.Nodes;

namespace AmoCrm.Sdk.Engine;

/// <summary>What stands in the place of a param once its placeholders are filled: a node of the step or of the context as it is, or a new text.</summary>
internal readonly struct TemplateValue
{
    private readonly JsonNode? _node;
    private readonly string? _text;

    private TemplateValue(JsonNode? node, string? text, bool isLeftOut)
    {
        _node = node;
        _text = text;
        IsLeftOut = isLeftOut;
    }

    /// <summary>Whether the place is left out: it was one placeholder of a null, while a null written as such stays.</summary>
    public bool IsLeftOut { get; }

    public bool IsNull => _node is null && _text is null;

    /// <summary>The text; null when it is no text.</summary>
    public string? Text => _text ?? (_node?.GetValueKind() == JsonValueKind.String ? _node.ToString() : null);

    /// <summary>Looks for placeholders in a text. Objects and lists stay as they are: whoever writes them looks into them.</summary>
    public static TemplateValue Of(JsonNode? node, TemplateScope scope)
    {
        if (node is not JsonValue || node.GetValueKind() != JsonValueKind.String)
        {
            return new TemplateValue(node, text: null, isLeftOut: false);
        }

        var text = node.ToString();
        if (TemplatePlaceholder.TryRead(text, out var placeholder) && placeholder.Length == text.Length)
        {
            return scope.TryFind(placeholder.Path, out var found)
                ? new TemplateValue(found, text: null, isLeftOut: found is null)
                : new TemplateValue(node: null, text, isLeftOut: false);
        }

        return new TemplateValue(node: null, TemplateText.Fill(text, scope), isLeftOut: false);
    }

    public void WriteTo(Utf8JsonWriter writer)
    {
        if (_text is not null)
        {
            writer.WriteStringValue(_text);
        }
        else if (_node is not null)
        {
            _node.WriteTo(writer);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
