using AmoCrm.Sdk;

namespace AmoCrm.Cli.DryRun;

/// <summary>Settings out of which no tokens are refreshed: a refresh that is only recorded would be noted in the store as one whose answer was lost.</summary>
/// <param name="settings">The settings.</param>
internal sealed class ReadOnlySettings(IAmoCrmSettingsResolver settings) : IAmoCrmSettingsResolver
{
    public ValueTask<AmoCrmSettings> ResolveAsync(string agentId, CancellationToken cancellationToken) => settings.ResolveAsync(agentId, cancellationToken);
}
