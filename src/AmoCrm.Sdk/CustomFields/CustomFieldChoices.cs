namespace AmoCrm.Sdk;

/// <summary>Lists in messages what there is to choose from; the first ones where there are many.</summary>
internal static class CustomFieldChoices
{
    private const int Maximum = 30;

    public static string Describe(string what, IEnumerable<string> names)
    {
        string[] all = [.. names];
        if (all.Length == 0)
        {
            return $"{what}: none.";
        }

        var listed = string.Join(", ", all.Take(Maximum));
        return all.Length > Maximum
            ? FormattableString.Invariant($"{what}: {listed} and {all.Length - Maximum} more.")
            : $"{what}: {listed}.";
    }
}
