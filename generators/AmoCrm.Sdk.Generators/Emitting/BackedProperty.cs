using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>
/// A property over a private field of its own. The compiler marks both accessors and the field of an auto-property with an attribute:
/// 41 KB of the library.
/// </summary>
/// <param name="Type">The property's type.</param>
/// <param name="Property">The property's name.</param>
/// <param name="Setter"><c>init</c> or <c>set</c>.</param>
/// <param name="IsRequired">Whether whoever makes the object must give it.</param>
/// <param name="Initial">What it is when nobody gives it; null for the type's own default.</param>
internal sealed record BackedProperty(TypeSpec Type, string Property, string Setter, bool IsRequired = false, string? Initial = null)
{
    /// <summary>That it is given the compiler knows of the property only, not of the field.</summary>
    private bool IsNullUntilGiven => IsRequired && !Type.IsNullable && !CSharpType.IsStruct(Type);

    private string Name => CSharpNames.Field(Property);

    /// <summary>The field, on one line. It is not readonly: the type's own reader sets it while it reads.</summary>
    public string Field()
    {
        var initial = Initial is null ? "" : $" = {Initial}";
        return $"private {CSharpType.Of(Type)}{(IsNullUntilGiven ? "?" : "")} {Name}{initial};";
    }

    /// <summary>The head of the property, without accessors.</summary>
    public string Head() => $"public {(IsRequired ? "required " : "")}{CSharpType.Of(Type)} {Property}";

    /// <summary>The getter.</summary>
    public string Getter() => $"get => {Name}{(IsNullUntilGiven ? "!" : "")};";

    /// <summary>The property on one line.</summary>
    public string Line() => $"{Head()} {{ {Getter()} {Setter} => {Name} = value; }}";
}
