namespace AmoCrm.Sdk.Tests.TestSupport;

/// <summary>What the operations of these tests read and write.</summary>
internal sealed record Item(long Id, string? Name = null, string? RequestId = null);
