namespace AmoCrm.Sdk.Transport;

/// <summary>Keeps a field from being written twice in one request: by a parameter of its own (<c>phone</c>) and by <c>custom_fields</c>.</summary>
internal static class CustomFieldGuard
{
    public static void NotTwice(string handler, CustomFieldInput? customFields, params ReadOnlySpan<(string FieldCode, bool IsGiven)> members)
    {
        if (customFields is null)
        {
            return;
        }

        foreach (var (code, isGiven) in members)
        {
            if (isGiven && HasKey(customFields, code))
            {
                throw new AmoCrmArgumentException(
                    handler,
                    "custom_fields",
                    $"The field {code} is given twice: by custom_fields and by a parameter of its own.");
            }
        }
    }

    private static bool HasKey(CustomFieldInput customFields, string code)
    {
        foreach (var (key, _) in customFields)
        {
            if (string.Equals(key, code, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
