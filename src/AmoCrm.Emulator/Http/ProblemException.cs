namespace AmoCrm.Emulator.Http;

/// <summary>A refusal thrown from inside a handler, before it has changed anything.</summary>
internal sealed class ProblemException(Answer answer) : Exception(answer.Body?["detail"]?.ToString())
{
    public Answer Answer { get; } = answer;
}
