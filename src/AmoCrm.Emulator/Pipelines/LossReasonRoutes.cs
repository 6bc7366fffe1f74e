namespace AmoCrm.Emulator.Pipelines;

/// <summary>Reading of <c>/api/v4/leads/loss_reasons</c> (open question 8).</summary>
internal static class LossReasonRoutes
{
    private const string Path = "/api/v4/leads/loss_reasons";

    public static void Add(RouteTable routes)
    {
        routes.Get(Path, List).Paged().When(behaviour => behaviour.LossReasonsAvailable);
        routes.Get(Path + "/{id}", Get).When(behaviour => behaviour.LossReasonsAvailable);
    }

    private static Answer List(EmulatorRequest request) =>
        request.Page("loss_reasons", request.Account.Pipelines.LossReasons, reason => reason.Copy());

    private static Answer Get(EmulatorRequest request) =>
        request.Account.Pipelines.FindLossReason(request.Id()) is { } reason
            ? Answer.Ok(reason.Copy())
            : MissingObjects.Answer(request, "Loss reason not found");
}
