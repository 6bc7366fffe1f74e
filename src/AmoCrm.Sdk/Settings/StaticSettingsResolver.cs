namespace AmoCrm.Sdk;

/// <summary>The same settings for every agent, given in code.</summary>
/// <param name="settings">The settings.</param>
public sealed class StaticSettingsResolver(AmoCrmSettings settings) : IAmoCrmSettingsResolver
{
    private readonly AmoCrmSettings _settings = settings ?? throw new ArgumentNullException(nameof(settings));

    /// <inheritdoc/>
    public ValueTask<AmoCrmSettings> ResolveAsync(string agentId, CancellationToken cancellationToken) => ValueTask.FromResult(_settings);
}
