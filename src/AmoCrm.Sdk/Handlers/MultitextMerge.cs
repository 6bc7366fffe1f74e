using System.Text.Json;
using AmoCrm.Sdk.Dispatch;

namespace AmoCrm.Sdk.Handlers;

/// <summary>Adds phones and e-mails to those that an entity has: amoCRM replaces such a field as a whole.</summary>
internal static class MultitextMerge
{
    /// <summary>Custom fields to write: those the caller gave, and each field that gains a value with all the values it had.</summary>
    /// <param name="given">What the caller writes anyway; none of the fields that are added to (<c>CustomFieldGuard</c>).</param>
    /// <param name="current">What the entity has.</param>
    /// <param name="additions">Field codes with the text to add; null texts add nothing.</param>
    public static CustomFieldInput Add(CustomFieldInput? given, CustomFieldValues? current, params ReadOnlySpan<(string Code, string? Text)> additions)
    {
        var merged = new CustomFieldInput();
        foreach (var (key, value) in given ?? [])
        {
            merged[key] = value;
        }

        foreach (var (code, text) in additions)
        {
            if (text is not null)
            {
                merged[code] = WithAddition(current?[code], text);
            }
        }

        return merged;
    }

    private static CustomFieldInputValue WithAddition(CustomFieldValue? current, string text)
    {
        // A value that does not look like its kind is kept as it came: what is not repeated is deleted.
        CustomFieldInputItem[] kept = current switch
        {
            MultitextFieldValue { Items: var items } => [.. items.Where(static item => !string.IsNullOrEmpty(item.Value)).Select(Kept)],
            ObjectFieldValue { Values: { ValueKind: JsonValueKind.Array } values } => [.. values.EnumerateArray().Where(static item => item.ValueKind == JsonValueKind.Object).Select(CustomFieldInputItem.OfRaw)],
            _ => [],
        };
        return kept.Any(item => item.Text == text)
            ? new CustomFieldInputValue(kept)
            : new CustomFieldInputValue([.. kept, CustomFieldInputItem.OfMultitext(text, CustomFieldLabels.Default)]);
    }

    // By its code the label is readable; a label without a code is kept by its id.
    private static CustomFieldInputItem Kept(CustomFieldChoice item) =>
        item is { EnumCode: null, EnumId: { } label }
            ? CustomFieldInputItem.OfRaw(JsonElements.Write((item.Value, label), static (writer, state) =>
            {
                writer.WriteStartObject();
                writer.WriteString("value"u8, state.Value);
                writer.WriteNumber("enum_id"u8, state.label);
                writer.WriteEndObject();
            }))
            : CustomFieldInputItem.OfMultitext(item.Value!, item.EnumCode ?? CustomFieldLabels.Default);
}
