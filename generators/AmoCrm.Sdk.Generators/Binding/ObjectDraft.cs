using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>An object of a body while targets are merged into it.</summary>
internal sealed class ObjectDraft
{
    private readonly List<(string Name, object Value, string Writer)> _members = [];

    public bool TryAddLeaf(string name, BodyNode leaf, string writer)
    {
        if (Find(name) is not null)
        {
            return false;
        }

        _members.Add((name, leaf, writer));
        return true;
    }

    /// <summary>The object of that name; null when something else has it.</summary>
    public ObjectDraft? GetOrAddObject(string name) => GetOrAdd(name, static () => new ObjectDraft());

    /// <summary>The array of that name; null when something else has it.</summary>
    public ArrayDraft? GetOrAddArray(string name) => GetOrAdd(name, static () => new ArrayDraft());

    /// <summary>Who writes the member at which a target ends or is stopped; null when an inner part does.</summary>
    public string? WriterAt(TargetPath target)
    {
        var draft = this;
        foreach (var member in target.Members)
        {
            if (draft._members.Find(candidate => candidate.Name == member.Name) is not { Name: not null } found)
            {
                return null;
            }

            if (found.Value is BodyNode)
            {
                return found.Writer;
            }

            var next = found.Value is ArrayDraft array ? array.FindItem(member.SelectorKey, member.SelectorValue) : (ObjectDraft)found.Value;
            if (next is null)
            {
                return null;
            }

            draft = next;
        }

        return null;
    }

    public BodyObject Build() => new(_members.Select(member => new BodyMember(member.Name, BuildNode(member.Value))).ToEquatableArray());

    private static BodyNode BuildNode(object value) => value switch
    {
        ObjectDraft draft => draft.Build(),
        ArrayDraft draft => draft.Build(),
        _ => (BodyNode)value,
    };

    private T? GetOrAdd<T>(string name, Func<T> create)
        where T : class
    {
        if (Find(name) is { } existing)
        {
            return existing as T;
        }

        var made = create();
        _members.Add((name, made, ""));
        return made;
    }

    private object? Find(string name) => _members.Find(member => member.Name == name).Value;
}
