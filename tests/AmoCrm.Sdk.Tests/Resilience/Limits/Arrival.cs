namespace AmoCrm.Sdk.Tests.Resilience.Limits;

/// <summary>A request as it comes to a limiter. All times in milliseconds.</summary>
/// <param name="After">How long after the one before it.</param>
/// <param name="Integration">Whose it is.</param>
/// <param name="Priority">In which queue.</param>
/// <param name="CancelAfter">When it gives up waiting, counted from its arrival; zero: never.</param>
/// <param name="LeaveAfter">How long its connection takes, once it has its permit.</param>
/// <param name="Leaves">Whether its bytes leave at all.</param>
/// <param name="AnswerAfter">How long its answer takes.</param>
internal sealed record Arrival(int After, int Integration, AmoCrmPriority Priority, int CancelAfter, int LeaveAfter, bool Leaves, int AnswerAfter);
