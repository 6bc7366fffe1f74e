namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>The params of a handler.</summary>
/// <param name="Declared">Every name in the manifest, those of broken params included: who refers to one makes no second mistake.</param>
internal sealed record ParamList(IReadOnlyList<BoundParam> Bound, EquatableArray<string> Declared)
{
    public bool IsBroken(string name) =>
        !Bound.Any(param => param.Spec.Name == name) && (Declared.Contains(name, StringComparer.Ordinal) || Bound.Any(param => param.IsDoubtful));
}
