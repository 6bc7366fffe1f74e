using System.Collections.Frozen;

namespace AmoCrm.Sdk;

/// <summary>The labels of the fields that every account has. They are the same everywhere, so they cost no look at the definitions.</summary>
internal static class CustomFieldLabels
{
    /// <summary>What a phone or an e-mail address without a label gets.</summary>
    public const string Default = "WORK";

    private static readonly FrozenDictionary<string, string[]> Labels = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["PHONE"] = ["WORK", "WORKDD", "MOB", "FAX", "HOME", "OTHER"],
        ["EMAIL"] = ["WORK", "PRIV", "OTHER"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether texts of the field get <see cref="Default"/>.</summary>
    public static bool HasDefault(string? code) => code is not null && Labels.ContainsKey(code);

    /// <summary>Whether the label is known to exist without a look at the definitions.</summary>
    public static bool IsKnown(string code, string? label) => Labels.TryGetValue(code, out var labels) && labels.Contains(label);
}
