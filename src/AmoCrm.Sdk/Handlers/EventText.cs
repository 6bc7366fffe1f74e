using System.Text.Json;

namespace AmoCrm.Sdk.Handlers;

/// <summary>The text of an event: given as <c>text</c>, or in the shape of the event log as <c>value_after</c>.</summary>
internal static class EventText
{
    /// <summary>The text; empty when none is given.</summary>
    /// <exception cref="AmoCrmArgumentException"><c>value_after</c> has another shape than <c>[{"note": {"text": …}}]</c> or <c>[{"message": {"text": …}}]</c>.</exception>
    public static string Of(CreateEventRequest request, string handler)
    {
        if (request.ValueAfter is not { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } value)
        {
            return request.Text ?? "";
        }

        return TryRead(value, out var text)
            ? text
            : throw new AmoCrmArgumentException(handler, "value_after", """Allowed is [{"note": {"text": "…"}}] or [{"message": {"text": "…"}}]; simpler is text.""");
    }

    private static bool TryRead(JsonElement value, out string text)
    {
        text = "";
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() != 1 || value[0].ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        foreach (var member in value[0].EnumerateObject())
        {
            if (member.Name is not ("note" or "message")
                || member.Value.ValueKind != JsonValueKind.Object
                || !member.Value.TryGetProperty("text", out var inner)
                || inner.ValueKind != JsonValueKind.String)
            {
                return false;
            }

            text = inner.GetString()!;
        }

        return text.Length > 0;
    }
}
