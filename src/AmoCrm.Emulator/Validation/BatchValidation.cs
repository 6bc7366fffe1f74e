namespace AmoCrm.Emulator.Validation;

/// <summary>Checks all items before anything is written.</summary>
internal static class BatchValidation
{
    /// <exception cref="ProblemException">Some items are bad: one of them refuses the batch.</exception>
    public static void Check(EmulatorRequest request, IReadOnlyList<JsonObject> items, Shape shape, Action<JsonObject, List<FieldError>>? rules = null)
    {
        if (Failed(request, items, shape, rules) is { Count: > 0 } failed)
        {
            throw new ProblemException(Problems.Validation(failed));
        }
    }

    /// <exception cref="ProblemException">The item is bad.</exception>
    public static void Check(EmulatorRequest request, JsonObject item, Shape shape, Action<JsonObject, List<FieldError>>? rules = null) =>
        Check(request, [item], shape, rules);

    /// <summary>The items that are bad, in their order.</summary>
    public static IReadOnlyList<ItemErrors> Failed(
        EmulatorRequest request, IReadOnlyList<JsonObject> items, Shape shape, Action<JsonObject, List<FieldError>>? rules)
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
                failed.Add(ItemErrors.Of(request, items[index], index, errors));
            }
        }

        return failed;
    }

    /// <summary>The item's own request id as it came, or its index as text.</summary>
    public static JsonNode RequestId(JsonObject item, int index) => item["request_id"]?.DeepClone() ?? Index(index);

    public static JsonNode Index(int index) => JsonValue.Create(index.ToString(CultureInfo.InvariantCulture));
}
