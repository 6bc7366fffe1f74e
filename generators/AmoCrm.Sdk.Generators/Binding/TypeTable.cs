using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>Every name that a type expression may use, and what it stands for.</summary>
internal sealed class TypeTable
{
    private readonly Dictionary<string, TypeSpec> _types = new(StringComparer.Ordinal);

    public TypeTable()
    {
        foreach (var primitive in RuntimeTypes.Primitives)
        {
            _types.Add(primitive.Key, new TypeSpec(TypeKind.Primitive, primitive.Key, false, false, primitive.Value));
        }

        foreach (var runtime in RuntimeTypes.HandWritten)
        {
            _types.Add(runtime.Key, new TypeSpec(TypeKind.Runtime, runtime.Key, false, false, runtime.Value));
        }
    }

    public IEnumerable<string> Names => _types.Keys;

    public void AddModel(string name, ModelKind kind) =>
        _types[name] = new TypeSpec(kind == ModelKind.Query ? TypeKind.QueryModel : TypeKind.Model, name, false, false, false);

    public void AddEnum(string name, bool isInteger) =>
        _types[name] = new TypeSpec(isInteger ? TypeKind.IntegerEnum : TypeKind.StringEnum, name, false, false, true);

    /// <summary>Lets a name that was refused stand for the type it became: only the declaration is wrong, not every use.</summary>
    public void AddAlias(string refused, string name)
    {
        if (Find(name) is { } type && !_types.ContainsKey(refused))
        {
            _types.Add(refused, type);
        }
    }

    public TypeSpec? Find(string name) => _types.TryGetValue(name, out var type) ? type : null;
}
