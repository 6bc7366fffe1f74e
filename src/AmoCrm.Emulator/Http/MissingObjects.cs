namespace AmoCrm.Emulator.Http;

/// <summary>The answer for what is not there, where the documentation is silent (open question 5).</summary>
internal static class MissingObjects
{
    public static Answer Answer(EmulatorRequest request, string detail) =>
        request.Behaviour.MissingById == MissingObjectAnswer.NotFound ? Problems.NotFound(detail) : Http.Answer.NoContent;

    public static Answer Pipeline(EmulatorRequest request, string detail) =>
        request.Behaviour.MissingPipeline == MissingObjectAnswer.NotFound ? Problems.NotFound(detail) : Http.Answer.NoContent;
}
