using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk.Hooks;

/// <content>Stages of a new pipeline.</content>
internal static partial class DefaultHooks
{
    private const int StageStep = 10;

    /// <summary>
    /// The stages of a new pipeline: at least one of its own, for amoCRM refuses a pipeline without, and each with a place. The name of the default
    /// one is in the account's language as far as its host tells.
    /// </summary>
    public static async ValueTask<IReadOnlyList<PipelineStatusInput>?> FirstStageAsync<TArguments>(
        AmoCrmApi api, TArguments arguments, IReadOnlyList<PipelineStatusInput>? current, CancellationToken cancellationToken)
    {
        _ = arguments;
        var stages = current ?? [];
        if (stages.Any(static stage => stage.Id is null))
        {
            return WithPlaces(stages);
        }

        var account = await api.GetAccountKeyAsync(cancellationToken).ConfigureAwait(false);
        return WithPlaces([new PipelineStatusInput { Name = FirstStageName(account.Host), Color = PipelineStatusColor.PaleYellow }, .. stages]);
    }

    internal static string FirstStageName(string? host) => host?.EndsWith(".amocrm.ru", StringComparison.Ordinal) == true ? "Новая" : "New";

    /// <summary>Stages without a place get one in the order given; the final stages (142, 143) have places of their own.</summary>
    private static List<PipelineStatusInput> WithPlaces(IReadOnlyList<PipelineStatusInput> stages)
    {
        var placed = new List<PipelineStatusInput>(stages.Count);
        var next = StageStep;
        foreach (var stage in stages)
        {
            if (stage.Id is not null)
            {
                placed.Add(stage);
                continue;
            }

            var sort = stage.Sort ?? next;
            placed.Add(stage with { Sort = sort });
            next = Math.Max(next, sort) + StageStep;
        }

        return placed;
    }
}
