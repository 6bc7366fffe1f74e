namespace AmoCrm.Emulator.Validation;

/// <summary>POST of several items: all are checked, then those are created that the switch lets through.</summary>
internal static class BatchCreation
{
    /// <param name="request">The request; its body is the array.</param>
    /// <param name="plural">What is created, as the answer names it.</param>
    /// <param name="shape">What an item may hold.</param>
    /// <param name="rules">What the shape cannot say.</param>
    /// <param name="create">Creates one item and gives its part of the answer; takes the item and its request id.</param>
    public static Answer Run(
        EmulatorRequest request,
        string plural,
        Shape shape,
        Action<JsonObject, List<FieldError>> rules,
        Func<JsonObject, JsonNode, JsonObject> create)
    {
        var items = request.Batch();
        var failed = BatchValidation.Failed(request, items, shape, rules);
        var choice = items.Count > 1 ? request.Behaviour.InvalidBatchItem : InvalidBatchItem.RefusesAll;
        if (failed.Count > 0 && choice == InvalidBatchItem.RefusesAll)
        {
            return Problems.Validation(failed);
        }

        var bad = failed.Select(item => item.Index).ToHashSet();
        var created = new List<JsonObject>();
        for (var index = 0; index < items.Count; index++)
        {
            if (!bad.Contains(index))
            {
                created.Add(create(items[index], BatchValidation.RequestId(items[index], index)));
            }
        }

        request.Counter?.AddCreated(plural, created.Count);
        var answer = request.Collection(plural, created);
        if (failed.Count == 0)
        {
            return Answer.Ok(answer);
        }

        return choice == InvalidBatchItem.Unnamed ? Problems.Validation() : Problems.Validation(failed, answer["_embedded"]!.DeepClone());
    }
}
