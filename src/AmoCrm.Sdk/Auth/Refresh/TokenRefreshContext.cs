using AmoCrm.Sdk.Telemetry;
using Microsoft.Extensions.Logging;

namespace AmoCrm.Sdk.Auth.Refresh;

/// <summary>What the refreshes of a client share.</summary>
/// <param name="options">The client's options.</param>
/// <param name="store">Where tokens are kept.</param>
/// <param name="endpoint">amoCRM's OAuth routes.</param>
/// <param name="clock">amoCRM's time.</param>
/// <param name="logger">Where messages about tokens go.</param>
internal sealed class TokenRefreshContext(AmoCrmClientOptions options, IAmoCrmTokenStore store, OAuthEndpoint endpoint, ServerClock clock, ILogger logger)
{
    public AmoCrmClientOptions Options => options;

    public IAmoCrmTokenStore Store => store;

    public OAuthEndpoint Endpoint => endpoint;

    public ServerClock Clock => clock;

    public ILogger Logger => logger;

    public TokenFlights Flights { get; } = TokenFlights.Of(store);

    public TimeProvider Time => Options.TimeProvider;

    /// <summary>The time that everything between the taking of a lease and the last byte of amoCRM's answer may take: nobody else can have the lease meanwhile, even if this machine is slow.</summary>
    public TimeSpan SpendingLimit => Options.TokenRefresh.LeaseDuration / 3;

    /// <summary>
    /// How long a refresh token rests after its answer was lost. A slow server may be at it still, and must not find it there twice; and a process that is thought dead may have
    /// the new pair and no store, which it reaches within seconds or not at all.
    /// </summary>
    public TimeSpan Spacing => Options.TokenRefresh.LeaseDuration * (10.0 / 9);

    public ValueTask ReachAsync(TokenRefreshPoint point) => Options.TokenRefreshProbe is { } probe ? probe(point) : default;

    public void Signal(string agentId, AmoCrmAuthorizationState state)
    {
        switch (state)
        {
            case AmoCrmAuthorizationState.Authorized:
                AuthLog.Refreshed(Logger, agentId);
                break;
            case AmoCrmAuthorizationState.OutcomeUnknown:
                AuthLog.OutcomeUnknown(Logger, agentId);
                break;
            default:
                AuthLog.ReauthorizationRequired(Logger, agentId);
                break;
        }

        AmoCrmTelemetry.TokenRefreshes.Add(1, new KeyValuePair<string, object?>("amocrm.authorization.state", AuthorizationStateNames.Of(state)));
        Options.TokenEvents.Raise(new AmoCrmTokenEventArgs(agentId, state), Logger);
    }
}
