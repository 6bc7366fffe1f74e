namespace AmoCrm.Sdk;

/// <summary>Asks the resolver, and turns whatever it throws into an error that says that settings are the trouble.</summary>
/// <param name="options">The client's options.</param>
/// <param name="resolver">Where the settings come from.</param>
internal sealed class SettingsReader(AmoCrmClientOptions options, IAmoCrmSettingsResolver resolver)
{
    public async ValueTask<AmoCrmSettings> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await resolver.ResolveAsync(options.AgentId, cancellationToken).ConfigureAwait(false)
                ?? throw new AmoCrmConfigurationException($"{resolver.GetType().Name} has no settings for agent '{options.AgentId}'.");
        }
        catch (Exception exception) when (exception is not AmoCrmException && !(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            throw new AmoCrmSettingsStoreException($"The settings of agent '{options.AgentId}' could not be read by {resolver.GetType().Name}.", exception);
        }
    }
}
