namespace AmoCrm.Sdk.Generators.Model;

/// <summary>A handler as a method of a client.</summary>
/// <param name="OperationsClass">The class that holds its operation, for example <c>CompaniesOperations</c>.</param>
internal sealed record ClientMethodSpec(string OperationsClass, HandlerSpec Handler);
