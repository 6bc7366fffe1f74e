using AmoCrm.Sdk.Generators.Diagnostics;
using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>Merges the targets of a handler's params and constants into the structure of its body.</summary>
internal sealed class BodyTreeBuilder(FileScope scope)
{
    private readonly ObjectDraft _root = new();

    /// <summary>Adds a constant or a param that is one value.</summary>
    public bool Add(TargetPath target, BodyNode leaf, string writer, SourceSpan place) => Add(target, leaf, writer, null, place);

    /// <summary>Adds a param that is a list: the last array of its target gets one item per element; without an array the list is written as it is.</summary>
    public bool AddList(TargetPath target, BodyNode leaf, string writer, string param, SourceSpan place) => Add(target, leaf, writer, param, place);

    /// <summary>Adds the custom fields that are resolved from the input: they join the array that single field params write to.</summary>
    public bool AddCustomFields(TargetPath target, BodyNode leaf, string writer, SourceSpan place)
    {
        var last = target.Members[target.Members.Count - 1];
        if (last.IsArray)
        {
            scope.Report(DiagnosticDescriptors.BadTarget, place, last.Name + "[]", "custom fields fill a whole array, name the array without a selector");
            return false;
        }

        var owner = Walk(target, null);
        if (owner?.GetOrAddArray(last.Name) is not { } array)
        {
            return Clash(target, writer, place);
        }

        array.Append(new ItemDraft(null, null, null) { Leaf = leaf });
        return true;
    }

    public BodyObject Build() => _root.Build();

    private bool Add(TargetPath target, BodyNode leaf, string writer, string? listParam, SourceSpan place)
    {
        var last = target.Members[target.Members.Count - 1];
        var owner = Walk(target, listParam);
        if (owner is null)
        {
            return Clash(target, writer, place);
        }

        if (!last.IsArray)
        {
            return owner.TryAddLeaf(last.Name, leaf, writer) || Clash(target, writer, place);
        }

        if (last.SelectorKey is not null)
        {
            scope.Report(DiagnosticDescriptors.BadTarget, place, last.Name, "after the selector [key=value] the member that takes the value is missing");
            return false;
        }

        if (owner.GetOrAddArray(last.Name) is not { } array)
        {
            return Clash(target, writer, place);
        }

        array.Append(new ItemDraft(null, null, listParam) { Leaf = leaf });
        return true;
    }

    /// <summary>The object that holds the last member, made on the way; null when something else is there.</summary>
    private ObjectDraft? Walk(TargetPath target, string? listParam)
    {
        var current = (ObjectDraft?)_root;
        var lastArray = -1;
        for (var i = 0; i < target.Members.Count; i++)
        {
            lastArray = target.Members[i].IsArray ? i : lastArray;
        }

        for (var i = 0; i < target.Members.Count - 1 && current is not null; i++)
        {
            var member = target.Members[i];
            current = member.IsArray
                ? current.GetOrAddArray(member.Name)?.GetOrAddItem(member.SelectorKey, member.SelectorValue, i == lastArray ? listParam : null)
                : current.GetOrAddObject(member.Name);
        }

        return current;
    }

    private bool Clash(TargetPath target, string writer, SourceSpan place)
    {
        scope.Report(DiagnosticDescriptors.TargetClash, place, writer, _root.WriterAt(target) ?? "another param");
        return false;
    }
}
