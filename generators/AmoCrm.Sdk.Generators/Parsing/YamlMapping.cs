using AmoCrm.Sdk.Generators.Diagnostics;

namespace AmoCrm.Sdk.Generators.Parsing;

/// <summary>Keys and values in file order; each key once.</summary>
internal sealed record YamlMapping(EquatableArray<YamlEntry> Entries, SourceSpan Span) : YamlNode(Span)
{
    public YamlEntry? Find(string key) => Entries.FirstOrDefault(entry => entry.Name == key);
}
