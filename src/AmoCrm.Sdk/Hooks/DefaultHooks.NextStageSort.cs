using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk.Hooks;

/// <content>Stages.</content>
internal static partial class DefaultHooks
{
    /// <summary>The place of a new stage: after the last one that can be edited and in front of the final ones, unless a place was given.</summary>
    public static async ValueTask<int?> NextStageSortAsync(AmoCrmApi api, CreateStatusArguments arguments, int? current, CancellationToken cancellationToken) =>
        current ?? await PipelinePlaces.NextStageSortAsync(api, arguments.PipelineId, cancellationToken).ConfigureAwait(false);
}
