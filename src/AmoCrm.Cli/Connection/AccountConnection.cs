using AmoCrm.Sdk;

namespace AmoCrm.Cli.Connection;

/// <summary>The account a command talks to.</summary>
/// <param name="options">The options of a client for it.</param>
/// <param name="store">Where its settings are kept; null where nothing can be written. Disposed with this.</param>
/// <param name="place">Where the settings come from, without secrets.</param>
internal sealed class AccountConnection(AmoCrmClientOptions options, OpenStore? store, string place) : IDisposable
{
    public AmoCrmClientOptions Options => options;

    public OpenStore? Store => store;

    public string Place => place;

    public void Dispose() => store?.Dispose();
}
