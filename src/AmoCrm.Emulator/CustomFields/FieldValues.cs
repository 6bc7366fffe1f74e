namespace AmoCrm.Emulator.CustomFields;

/// <summary>The values of one object, by field; in the order in which the fields were first filled.</summary>
internal sealed class FieldValues
{
    private readonly List<FieldChange> _values = [];

    public IEnumerable<FieldChange> All => _values;

    public JsonArray? Of(long fieldId) => _values.Find(value => value.FieldId == fieldId)?.Values;

    public void Apply(FieldChange change)
    {
        var index = _values.FindIndex(value => value.FieldId == change.FieldId);
        if (change.Values is null)
        {
            _values.RemoveAll(value => value.FieldId == change.FieldId);
        }
        else if (index >= 0)
        {
            _values[index] = change;
        }
        else
        {
            _values.Add(change);
        }
    }

    public void Forget(long fieldId) => _values.RemoveAll(value => value.FieldId == fieldId);

    /// <summary>The read form: null where nothing was ever filled.</summary>
    public JsonArray? View(EmulatorBehaviour behaviour) => _values.Count == 0 ? null : JsonReading.Array(_values.Select(value => View(value, behaviour)));

    private static JsonObject View(FieldChange value, EmulatorBehaviour behaviour)
    {
        var values = (JsonArray)value.Values!.DeepClone();
        if (value.Field.Text("type") == "numeric" && !behaviour.NumericValuesAsStrings)
        {
            foreach (var item in values.OfType<JsonObject>())
            {
                item["value"] = decimal.Parse(item.Text("value")!, NumberStyles.Float, CultureInfo.InvariantCulture);
            }
        }

        return new JsonObject
        {
            ["field_id"] = value.FieldId,
            ["field_name"] = value.Field.Text("name"),
            ["field_code"] = value.Field.Text("code"),
            ["field_type"] = value.Field.Text("type"),
            ["values"] = values,
        };
    }
}
