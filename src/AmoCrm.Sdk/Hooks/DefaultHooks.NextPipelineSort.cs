using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk.Hooks;

/// <content>Pipelines.</content>
internal static partial class DefaultHooks
{
    /// <summary>The place of a new pipeline: after the last one unless a place was given.</summary>
    public static async ValueTask<int?> NextPipelineSortAsync<TArguments>(AmoCrmApi api, TArguments arguments, int? current, CancellationToken cancellationToken)
    {
        _ = arguments;
        return current ?? await PipelinePlaces.NextPipelineSortAsync(api, cancellationToken).ConfigureAwait(false);
    }
}
