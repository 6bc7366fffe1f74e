namespace AmoCrm.Sdk.Generators.Model;

/// <summary>An array of the body: the items that params make, in order.</summary>
/// <param name="Items">One entry an item. A <see cref="BodyParam"/> directly in it is the resolved CustomFieldInput, appended item by item.</param>
internal sealed record BodyArray(EquatableArray<BodyItem> Items) : BodyNode;
