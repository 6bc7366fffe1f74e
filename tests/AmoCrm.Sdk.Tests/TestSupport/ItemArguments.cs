namespace AmoCrm.Sdk.Tests.TestSupport;

/// <summary>The arguments of the operations of these tests.</summary>
internal sealed record ItemArguments(string? Name = null, long Id = 0, int? Page = null, int? Limit = null, bool HasOrder = false, bool Fetch = false, bool Filters = false, CustomFieldInput? Fields = null);
