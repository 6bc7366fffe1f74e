namespace AmoCrm.Emulator.Validation;

/// <summary>Checks all items before anything is written: one bad item refuses the batch.</summary>
internal static class BatchValidation
{
    public static void Check(IReadOnlyList<JsonObject> items, Shape shape, Action<JsonObject, List<FieldError>>? rules = null)
    {
        var failed = new List<ItemErrors>();
        for (var index = 0; index < items.Count; index++)
        {
            var errors = new List<FieldError>();
            ShapeValidator.Check(items[index], shape, string.Empty, errors);
            if (errors.Count == 0)
            {
                rules?.Invoke(items[index], errors);
            }

            if (errors.Count > 0)
            {
                failed.Add(new ItemErrors(index, errors));
            }
        }

        if (failed.Count > 0)
        {
            throw new ProblemException(Problems.Validation(failed));
        }
    }

    public static void Check(JsonObject item, Shape shape, Action<JsonObject, List<FieldError>>? rules = null) => Check([item], shape, rules);

    /// <summary>The item's own request id as it came, or its index as text.</summary>
    public static JsonNode RequestId(JsonObject item, int index) =>
        item["request_id"]?.DeepClone() ?? JsonValue.Create(index.ToString(CultureInfo.InvariantCulture));
}
