using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using AmoCrm.Sdk.Json;

namespace AmoCrm.Sdk;

/// <summary>
/// Members of an answer that its model does not declare, kept as they came. A member of a nested group is named with the group:
/// <c>_embedded.loss_reason</c>.
/// </summary>
[SuppressMessage("Naming", "CA1710", Justification = "The name the generated models use; what it is made of is a detail.")]
public sealed class AdditionalData : IReadOnlyDictionary<string, JsonElement>
{
    private readonly Dictionary<string, Member> _members = new(StringComparer.Ordinal);

    private AdditionalData()
    {
    }

    /// <inheritdoc/>
    public int Count => _members.Count;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _members.Keys;

    /// <inheritdoc/>
    public IEnumerable<JsonElement> Values => _members.Values.Select(static member => member.Value);

    /// <inheritdoc/>
    public JsonElement this[string key] => _members[key].Value;

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _members.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out JsonElement value)
    {
        var found = _members.TryGetValue(key, out var member);
        value = member.Value;
        return found;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, JsonElement>> GetEnumerator() =>
        _members.Select(static pair => KeyValuePair.Create(pair.Key, pair.Value.Value)).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The names only: values are a customer's data and stay out of logs.</summary>
    /// <returns>The names, separated by commas.</returns>
    public override string ToString() => string.Join(", ", _members.Keys);

    /// <summary>Keeps the member whose value the reader stands on; afterwards the reader stands on the last token of it.</summary>
    internal static void Add(ref AdditionalData? data, scoped ReadOnlySpan<byte> name, ref Utf8JsonReader reader) =>
        Add(ref data, JsonRead.Text(name), JsonRead.Element(ref reader));

    /// <summary>Keeps a member of a nested group under <c>group.member</c>.</summary>
    internal static void Add(ref AdditionalData? data, string group, scoped ReadOnlySpan<byte> name, ref Utf8JsonReader reader)
    {
        var member = JsonRead.Text(name);
        (data ??= new AdditionalData())._members[$"{group}.{member}"] = new Member(group, member, JsonRead.Element(ref reader));
    }

    /// <summary>Keeps a value under a name.</summary>
    internal static void Add(ref AdditionalData? data, string name, JsonElement value) =>
        (data ??= new AdditionalData())._members[name] = new Member(null, name, value);

    /// <summary>Whether a nested group has unknown members.</summary>
    internal bool HasGroup(string group)
    {
        foreach (var member in _members.Values)
        {
            if (member.Group == group)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Writes the members that are in no group.</summary>
    internal void WriteTo(Utf8JsonWriter writer) => WriteGroupTo(writer, null);

    /// <summary>Writes the members of one group, without the group itself.</summary>
    internal void WriteGroupTo(Utf8JsonWriter writer, string? group)
    {
        foreach (var member in _members.Values)
        {
            if (member.Group == group)
            {
                writer.WritePropertyName(member.Name);
                JsonWrite.Element(writer, member.Value);
            }
        }
    }

    private readonly struct Member(string? group, string name, JsonElement value)
    {
        public string? Group => group;

        public string Name => name;

        public JsonElement Value => value;
    }
}
