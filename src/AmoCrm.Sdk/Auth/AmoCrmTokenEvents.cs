using Microsoft.Extensions.Logging;

namespace AmoCrm.Sdk;

/// <summary>Tells what happens to the tokens of agents: the place for a message to whoever has to authorise again.</summary>
/// <remarks>Handlers run on the thread that refreshes, before its callers go on: be short. What they throw is logged and goes no further.</remarks>
public sealed class AmoCrmTokenEvents
{
    /// <summary>A new pair is in the store.</summary>
    public event EventHandler<AmoCrmTokenEventArgs>? Refreshed;

    /// <summary>The answer to a refresh was lost: calls go on with the access token that is there, and somebody should authorise again before it ends.</summary>
    public event EventHandler<AmoCrmTokenEventArgs>? OutcomeUnknown;

    /// <summary>The refresh token is of no use any more: calls fail until a person authorises the integration again.</summary>
    public event EventHandler<AmoCrmTokenEventArgs>? ReauthorizationRequired;

    internal void Raise(AmoCrmTokenEventArgs what, ILogger logger)
    {
        var handlers = what.State switch
        {
            AmoCrmAuthorizationState.Authorized => Refreshed,
            AmoCrmAuthorizationState.OutcomeUnknown => OutcomeUnknown,
            _ => ReauthorizationRequired,
        };
        foreach (var handler in handlers?.GetInvocationList() ?? [])
        {
            try
            {
                ((EventHandler<AmoCrmTokenEventArgs>)handler)(this, what);
            }
#pragma warning disable CA1031 // A subscriber's mistake must not cost the tokens that were just received, nor the others the news.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                Auth.AuthLog.HandlerFailed(logger, what.AgentId, exception.GetType().Name);
            }
        }
    }
}
