namespace AmoCrm.Sdk.Handlers;

/// <summary>Adds phones and e-mails to those that an entity has: amoCRM replaces such a field as a whole.</summary>
internal static class MultitextMerge
{
    private const string DefaultLabel = "WORK";

    /// <summary>Custom fields to write: those the caller gave, and each field that gains a value with all the values it had.</summary>
    /// <param name="given">What the caller writes anyway.</param>
    /// <param name="current">What the entity has.</param>
    /// <param name="additions">Field codes with the text to add; null texts add nothing.</param>
    /// <exception cref="AmoCrmArgumentException">The caller writes one of these fields as well.</exception>
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
                merged[code] = WithAddition(current?[code] as MultitextFieldValue, text);
            }
        }

        return merged;
    }

    private static CustomFieldInputValue WithAddition(MultitextFieldValue? current, string text)
    {
        var items = (current?.Items ?? [])
            .Where(static item => !string.IsNullOrEmpty(item.Value))
            .Select(static item => (item.Value!, item.EnumCode ?? DefaultLabel))
            .ToList();
        if (!items.Exists(item => item.Item1 == text))
        {
            items.Add((text, DefaultLabel));
        }

        return CustomFieldInputValue.Multitext(items);
    }
}
