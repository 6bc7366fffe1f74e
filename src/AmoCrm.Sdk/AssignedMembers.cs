namespace AmoCrm.Sdk;

/// <summary>Which members of an update request were assigned, by their position in the manifest; up to 64.</summary>
internal struct AssignedMembers
{
    private ulong _bits;

    /// <summary>Whether anything was assigned.</summary>
    public readonly bool Any => _bits != 0;

    /// <summary>Marks a member as assigned.</summary>
    public void Add(int member) => _bits |= 1UL << member;

    /// <summary>Forgets that a member was assigned.</summary>
    public void Remove(int member) => _bits &= ~(1UL << member);

    /// <summary>Whether a member was assigned, null included.</summary>
    public readonly bool Contains(int member) => (_bits & (1UL << member)) != 0;

    /// <summary>The position of a member, for <c>IsAssigned</c> and <c>Unassign</c>.</summary>
    /// <exception cref="ArgumentException">There is no such member; the message names those there are.</exception>
    public static int IndexOf(ReadOnlySpan<string> members, string property)
    {
        var index = members.IndexOf(property);
        return index >= 0
            ? index
            : throw new ArgumentException($"There is no member '{property}' that is sent when assigned. There are: {string.Join(", ", members.ToArray())}.", nameof(property));
    }
}
