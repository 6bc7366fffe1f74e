namespace AmoCrm.Sdk.Tests.Dispatch;

internal sealed record Thing(long Id, string Name);
