using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace AmoCrm.Sdk.Auth.Refresh;

/// <summary>The refreshes that are under way in this process over one store: one an agent and integration, however many clients share the store.</summary>
internal sealed class TokenFlights
{
    private static readonly ConditionalWeakTable<IAmoCrmTokenStore, TokenFlights> OfStores = [];

    private readonly ConcurrentDictionary<TokenFlightKey, TokenFlight> _flights = new();
    private readonly ConcurrentDictionary<string, UnprovenToken> _unproven = new(StringComparer.Ordinal);

    public static TokenFlights Of(IAmoCrmTokenStore store) => OfStores.GetOrCreateValue(store);

    /// <summary>Joins the refresh that is under way, or begins one.</summary>
    /// <param name="key">Whose.</param>
    /// <param name="work">The refresh. It may tell those who wait that it failed, and go on.</param>
    /// <returns>The flight, and whether it was begun by this call.</returns>
    public (TokenFlight Flight, bool IsMine) Join(TokenFlightKey key, Func<TokenFlight, Task<AmoCrmTokenRefreshResult>> work)
    {
        var mine = new TokenFlight();
        var flight = _flights.GetOrAdd(key, mine);
        if (!ReferenceEquals(flight, mine))
        {
            return (flight, false);
        }

        _ = Task.Run(() => FlyAsync(key, mine, work));
        return (mine, true);
    }

    // Out of the table before anybody is told: whoever comes after that must not get what became of this one.
    private async Task FlyAsync(TokenFlightKey key, TokenFlight flight, Func<TokenFlight, Task<AmoCrmTokenRefreshResult>> work)
    {
        try
        {
            var result = await work(flight).ConfigureAwait(false);
            _flights.TryRemove(new(key, flight));
            flight.Succeed(result);
        }
#pragma warning disable CA1031 // Whatever it is, those who wait get it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _flights.TryRemove(new(key, flight));
            flight.Fail(exception);
        }
        finally
        {
            flight.Ended();
        }
    }

    /// <summary>Waits for the refreshes of an agent that are under way: whoever closes connections or ends a process under one loses its answer.</summary>
    /// <param name="agentId">The agent.</param>
    /// <param name="limit">How long at most.</param>
    /// <param name="time">Measures it.</param>
    public async Task WhenIdleAsync(string agentId, TimeSpan limit, TimeProvider time)
    {
        try
        {
            await Task.WhenAll(_flights.Where(pair => pair.Key.AgentId == agentId).Select(static pair => pair.Value.End)).WaitAsync(limit, time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // The note in the store tells the next process.
        }
    }

    /// <summary>Notes that nobody has seen this token work yet.</summary>
    public void Unproven(string agentId, UnprovenToken token) => _unproven[agentId] = token;

    /// <summary>The token of an agent that nobody has seen work yet, if it is this one.</summary>
    public UnprovenToken? UnprovenOf(string agentId, string token) =>
        !_unproven.IsEmpty && _unproven.TryGetValue(agentId, out var unproven) && unproven.AccessToken.Reveal() == token ? unproven : null;

    /// <summary>Forgets it; true for one caller only.</summary>
    public bool Prove(string agentId, UnprovenToken token) => _unproven.TryRemove(new(agentId, token));
}
