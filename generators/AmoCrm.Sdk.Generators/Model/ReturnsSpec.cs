namespace AmoCrm.Sdk.Generators.Model;

/// <summary>How an answer is read.</summary>
/// <param name="ModelName">The model of the entity, item or result; empty for <see cref="ReturnsKind.Nothing"/>.</param>
/// <param name="At">The member path of the item or items, for example <c>_embedded.companies</c>; null for the body itself.</param>
/// <param name="Success">The statuses that mean success.</param>
/// <param name="Missing">The statuses that mean "no such object"; empty when absence is an error.</param>
/// <param name="Property">The entity's property in a created or updated result, for example <c>Company</c>.</param>
/// <param name="FetchOperation">The operation that reads the entity back, for example <c>CompaniesOperations.GetCompany</c>; null without <c>fetch</c>.</param>
/// <param name="FetchArguments">The arguments type of that operation, for example <c>GetCompanyArguments</c>.</param>
/// <param name="Extra">Further members of a created or updated item.</param>
/// <param name="HasSteps">True when the result tells its completed steps.</param>
/// <param name="ItemHasId">True when the model has a field <c>id</c>, a number or a text, by which enumeration recognises repeated items.</param>
/// <param name="ItemHasRequestId">True when the model has a text field <c>request_id</c>, by which the answer of a batch is matched.</param>
internal sealed record ReturnsSpec(
    ReturnsKind Kind,
    string ModelName,
    string? At,
    EquatableArray<int> Success,
    EquatableArray<int> Missing,
    string Property,
    string? FetchOperation,
    string? FetchArguments,
    EquatableArray<FieldSpec> Extra,
    bool HasSteps,
    bool ItemHasId = false,
    bool ItemHasRequestId = false);
