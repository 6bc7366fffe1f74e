namespace AmoCrm.Sdk;

/// <summary>The result of a handler that answers nothing: that it returned is the answer.</summary>
public readonly record struct NoContent;
