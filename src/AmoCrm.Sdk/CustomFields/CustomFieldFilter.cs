using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using AmoCrm.Sdk.Json;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk;

/// <summary>
/// Conditions on custom fields by the field's id: <c>new() { [4711] = CustomFieldFilterValue.AnyOf("a", "b"), [4712] = new NumberRange(10, 20) }</c>.
/// amoCRM cannot filter by phone or e-mail fields: search for those with <c>query</c>.
/// </summary>
[JsonConverter(typeof(CustomFieldFilterJsonConverter))]
[SuppressMessage("Naming", "CA1710", Justification = "A filter that happens to be enumerable.")]
public sealed class CustomFieldFilter : IReadOnlyCollection<KeyValuePair<long, CustomFieldFilterValue>>
{
    private readonly Dictionary<long, CustomFieldFilterValue> _conditions = [];

    /// <inheritdoc/>
    public int Count => _conditions.Count;

    /// <summary>The condition on a field; setting it again replaces it.</summary>
    /// <param name="fieldId">Id of the field.</param>
    /// <exception cref="KeyNotFoundException">There is no condition on the field (when read).</exception>
    public CustomFieldFilterValue this[long fieldId]
    {
        get => _conditions[fieldId];
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(fieldId);
            ArgumentNullException.ThrowIfNull(value);
            _conditions[fieldId] = value;
        }
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<long, CustomFieldFilterValue>> GetEnumerator() => _conditions.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void WriteQuery(QueryString query, string prefix)
    {
        foreach (var (fieldId, condition) in _conditions)
        {
            var name = $"{prefix}[{fieldId.ToString(CultureInfo.InvariantCulture)}]";
            condition.Numbers?.WriteQuery(query, name);
            condition.Times?.WriteQuery(query, name);
            if (condition is { Numbers: null, Times: null })
            {
                query.AddList(name, condition.Values);
            }
        }
    }
}
