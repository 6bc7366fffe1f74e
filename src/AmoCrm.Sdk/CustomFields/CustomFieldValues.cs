using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using AmoCrm.Sdk.Json;

namespace AmoCrm.Sdk;

/// <summary>
/// The custom fields that an entity has filled, in amoCRM's order. A field is found by its code or exact name (<c>fields["PHONE"]</c>) or by its
/// id (<c>fields[4711]</c>). There is no lookup by position, since it would look just like one by id.
/// </summary>
[JsonConverter(typeof(CustomFieldValuesJsonConverter))]
[SuppressMessage("Naming", "CA1710", Justification = "The plural says it.")]
public sealed class CustomFieldValues : IReadOnlyCollection<CustomFieldValue>
{
    private readonly IReadOnlyList<CustomFieldValue> _values;

    /// <summary>Makes the collection.</summary>
    /// <param name="values">The values.</param>
    public CustomFieldValues(IEnumerable<CustomFieldValue> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        _values = [.. values];
    }

    internal CustomFieldValues(IReadOnlyList<CustomFieldValue> values) => _values = values;

    /// <inheritdoc/>
    public int Count => _values.Count;

    /// <summary>The phone numbers: the items of the field <c>PHONE</c>.</summary>
    [JsonIgnore]
    public IReadOnlyList<CustomFieldChoice> Phones => GetItems("PHONE");

    /// <summary>The e-mail addresses: the items of the field <c>EMAIL</c>.</summary>
    [JsonIgnore]
    public IReadOnlyList<CustomFieldChoice> Emails => GetItems("EMAIL");

    /// <summary>The value of the field with this code, or else with exactly this name.</summary>
    /// <param name="key">Code or name.</param>
    /// <returns>The value; null when the field is not filled.</returns>
    public CustomFieldValue? this[string key]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(key);
            return Find(key, static (value, code) => value.FieldCode == code) ?? Find(key, static (value, name) => value.FieldName == name);
        }
    }

    /// <summary>The value of the field with this id.</summary>
    /// <param name="fieldId">Id of the field.</param>
    /// <returns>The value; null when the field is not filled.</returns>
    public CustomFieldValue? this[long fieldId] => Find(fieldId, static (value, id) => value.FieldId == id);

    /// <summary>A field's value as text, whatever its kind.</summary>
    /// <param name="key">Code or name of the field.</param>
    /// <returns>The text; null when the field is not filled.</returns>
    public string? GetText(string key) => this[key]?.Text;

    /// <inheritdoc cref="GetText(string)"/>
    /// <param name="fieldId">Id of the field.</param>
    public string? GetText(long fieldId) => this[fieldId]?.Text;

    /// <summary>A field's number.</summary>
    /// <param name="key">Code or name of the field.</param>
    /// <returns>The number; null when the field is not filled or holds none.</returns>
    public decimal? GetNumber(string key) => (this[key] as NumberFieldValue)?.Value;

    /// <inheritdoc cref="GetNumber(string)"/>
    /// <param name="fieldId">Id of the field.</param>
    public decimal? GetNumber(long fieldId) => (this[fieldId] as NumberFieldValue)?.Value;

    /// <summary>Whether a field's box is ticked.</summary>
    /// <param name="key">Code or name of the field.</param>
    /// <returns>The flag; null when the field is not filled or holds none.</returns>
    public bool? GetFlag(string key) => (this[key] as FlagFieldValue)?.Value;

    /// <inheritdoc cref="GetFlag(string)"/>
    /// <param name="fieldId">Id of the field.</param>
    public bool? GetFlag(long fieldId) => (this[fieldId] as FlagFieldValue)?.Value;

    /// <summary>A field's date or time, in UTC.</summary>
    /// <param name="key">Code or name of the field.</param>
    /// <returns>The time; null when the field is not filled or holds none.</returns>
    public DateTimeOffset? GetDate(string key) => (this[key] as DateFieldValue)?.Value;

    /// <inheritdoc cref="GetDate(string)"/>
    /// <param name="fieldId">Id of the field.</param>
    public DateTimeOffset? GetDate(long fieldId) => (this[fieldId] as DateFieldValue)?.Value;

    /// <summary>A field's choices or labelled texts.</summary>
    /// <param name="key">Code or name of the field.</param>
    /// <returns>The items; empty when the field is not filled or holds none.</returns>
    public IReadOnlyList<CustomFieldChoice> GetItems(string key) => Items(this[key]);

    /// <inheritdoc cref="GetItems(string)"/>
    /// <param name="fieldId">Id of the field.</param>
    public IReadOnlyList<CustomFieldChoice> GetItems(long fieldId) => Items(this[fieldId]);

    /// <inheritdoc/>
    public IEnumerator<CustomFieldValue> GetEnumerator() => _values.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static IReadOnlyList<CustomFieldChoice> Items(CustomFieldValue? value) => value switch
    {
        MultitextFieldValue multitext => multitext.Items,
        ChoicesFieldValue choices => choices.Choices,
        ChoiceFieldValue choice => [choice.Choice],
        _ => [],
    };

    private CustomFieldValue? Find<TKey>(TKey key, Func<CustomFieldValue, TKey, bool> matches)
    {
        foreach (var value in _values)
        {
            if (matches(value, key))
            {
                return value;
            }
        }

        return null;
    }
}
