namespace AmoCrm.Sdk;

/// <summary>The request of a handler that takes no parameters.</summary>
public readonly record struct NoArguments;
