namespace AmoCrm.Sdk;

/// <summary>Asks the resolver, and turns whatever it throws into an error that says that settings are the trouble.</summary>
/// <param name="options">The client's options.</param>
/// <param name="resolver">Where the settings come from.</param>
internal sealed class SettingsReader(AmoCrmClientOptions options, IAmoCrmSettingsResolver resolver)
{
    public ValueTask<AmoCrmSettings> ReadAsync(CancellationToken cancellationToken) => ReadAsync(resolver, options.AgentId, cancellationToken);

    public static async ValueTask<AmoCrmSettings> ReadAsync(IAmoCrmSettingsResolver resolver, string agentId, CancellationToken cancellationToken)
    {
        try
        {
            return await resolver.ResolveAsync(agentId, cancellationToken).ConfigureAwait(false)
                ?? throw new AmoCrmConfigurationException($"{resolver.GetType().Name} has no settings for agent '{agentId}'.");
        }
        catch (Exception exception) when (exception is not AmoCrmException && !(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            throw new AmoCrmSettingsStoreException($"The settings of agent '{agentId}' could not be read by {resolver.GetType().Name}.", exception);
        }
    }
}
