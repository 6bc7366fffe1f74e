namespace AmoCrm.Sdk.Generators.Parsing;

/// <summary>A key of a mapping and its value.</summary>
internal sealed record YamlEntry(YamlScalar Key, YamlNode Value)
{
    public string Name => Key.Value;
}
