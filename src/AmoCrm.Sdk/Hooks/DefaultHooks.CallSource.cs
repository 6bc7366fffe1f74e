using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk.Hooks;

/// <content>Calls.</content>
internal static partial class DefaultHooks
{
    /// <summary>The source of a call: the application's name unless another was given.</summary>
    public static ValueTask<string?> CallSourceAsync<TArguments>(AmoCrmApi api, TArguments arguments, string? current, CancellationToken cancellationToken)
    {
        _ = arguments;
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<string?>(string.IsNullOrWhiteSpace(current) ? api.Options.ApplicationName : current);
    }
}
