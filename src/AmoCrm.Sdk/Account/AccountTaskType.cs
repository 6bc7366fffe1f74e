namespace AmoCrm.Sdk;

/// <summary>A kind of task that the account has.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Code">Its code, of the built-in kinds only: <c>FOLLOW_UP</c>, <c>MEETING</c>.</param>
internal sealed record AccountTaskType(long Id, string? Name, string? Code);
