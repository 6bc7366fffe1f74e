namespace AmoCrm.Sdk.Generators.Model;

/// <summary>One name of the dispatch table.</summary>
/// <param name="Handler">The dispatch name, for example <c>amocrm_create_company</c>.</param>
/// <param name="HandlersClass">The class that holds its descriptor, for example <c>CompaniesHandlers</c>.</param>
/// <param name="Property">The property of that class: the handler's stem, for example <c>CreateCompany</c>.</param>
internal sealed record HandlerTableEntry(string Handler, string HandlersClass, string Property);
