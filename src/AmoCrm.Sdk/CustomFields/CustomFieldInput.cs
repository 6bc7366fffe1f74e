using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using AmoCrm.Sdk.Json;

namespace AmoCrm.Sdk;

/// <summary>
/// Custom field values to write, by the field's code, id or exact name: <c>new() { ["POSITION"] = "CEO", [4711] = 12.5m, ["City"] = CustomFieldInputValue.Enum("Moscow"), ["Old"] = null }</c>.
/// Null clears a field; a field that is not named stays as it is.
/// </summary>
/// <remarks>
/// A key of digits is an id; one like <c>PHONE</c> (capitals, digits, underscores) is a code and sent as it is. Any other key is a name or a
/// code, which costs a look at the account's field definitions, as does a choice by text; they are remembered for a while.
/// </remarks>
[JsonConverter(typeof(CustomFieldInputJsonConverter))]
[SuppressMessage("Naming", "CA1710", Justification = "An input that happens to be enumerable.")]
public sealed class CustomFieldInput : IReadOnlyCollection<KeyValuePair<string, CustomFieldInputValue?>>
{
    private readonly Dictionary<string, CustomFieldInputValue?> _fields = new(StringComparer.Ordinal);

    /// <summary>The same as enumerating this, without an enumerator on the heap.</summary>
    internal Dictionary<string, CustomFieldInputValue?> Fields => _fields;

    /// <inheritdoc/>
    public int Count => _fields.Count;

    /// <summary>The value for a field; setting it again replaces it.</summary>
    /// <param name="key">Code, id in digits or exact name of the field.</param>
    /// <exception cref="KeyNotFoundException">The key was not set (when read).</exception>
    public CustomFieldInputValue? this[string key]
    {
        get => _fields[Checked(key)];
        set => _fields[Checked(key)] = value;
    }

    /// <summary>The value for a field; setting it again replaces it.</summary>
    /// <param name="fieldId">Id of the field.</param>
    /// <exception cref="KeyNotFoundException">The key was not set (when read).</exception>
    public CustomFieldInputValue? this[long fieldId]
    {
        get => _fields[Key(fieldId)];
        set => _fields[Key(fieldId)] = value;
    }

    /// <summary>Adds a value.</summary>
    /// <param name="key">Code, id in digits or exact name of the field.</param>
    /// <param name="value">The value; null clears the field.</param>
    /// <exception cref="ArgumentException">The key was set before.</exception>
    public void Add(string key, CustomFieldInputValue? value) => _fields.Add(Checked(key), value);

    /// <summary>Whether a key was set; null counts.</summary>
    /// <param name="key">Code, id in digits or exact name of the field, as it was set.</param>
    /// <returns>True when it was.</returns>
    public bool ContainsKey(string key) => _fields.ContainsKey(Checked(key));

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, CustomFieldInputValue?>> GetEnumerator() => _fields.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The keys only: values are a customer's data and stay out of logs.</summary>
    /// <returns>The keys, separated by commas.</returns>
    public override string ToString() => string.Join(", ", _fields.Keys);

    private static string Checked(string key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        return key;
    }

    private static string Key(long fieldId)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(fieldId);
        return fieldId.ToString(CultureInfo.InvariantCulture);
    }
}
