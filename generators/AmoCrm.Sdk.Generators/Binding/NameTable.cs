namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>Names that must be unique among themselves, with who has each. Emitted files are named after types, and file systems ignore case: so does this.</summary>
internal sealed class NameTable
{
    private readonly Dictionary<string, string> _owners = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>True when the name was free; else <paramref name="owner"/> has it.</summary>
    public bool TryAdd(string name, string by, out string owner)
    {
        if (_owners.TryGetValue(name, out owner!))
        {
            return false;
        }

        _owners.Add(name, by);
        owner = by;
        return true;
    }
}
