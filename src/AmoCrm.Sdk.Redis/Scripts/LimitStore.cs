using AmoCrm.Sdk.Resilience;
using StackExchange.Redis;

namespace AmoCrm.Sdk.Redis.Scripts;

/// <summary>Asks the server. A question that is not answered in time, or not at all, is null; what is only told fails in silence, for a place is free by itself when its window is over.</summary>
/// <param name="connection">The connection.</param>
/// <param name="limits">The limits.</param>
/// <param name="options">Checked options.</param>
/// <param name="time">The clock.</param>
internal sealed class LimitStore(RedisConnection connection, RateLimits limits, AmoCrmRedisOptions options, TimeProvider time)
{
    private const string Strange = "the answer was none of the script";

    private readonly RedisValue _process = Guid.NewGuid().ToString("N");
    private readonly long _window = Microseconds(limits.Window);
    private readonly long _pace = Microseconds(limits.Pace);
    private readonly long _seen = Microseconds(options.ParticipantsWindow);

    /// <summary>Asks for a permit.</summary>
    /// <returns>The decision; or what kept the server from making one.</returns>
    public async Task<(Decision? Decision, string? Problem)> DecideAsync(Ticket ticket)
    {
        var (decision, problem) = await AskAsync(ticket, ticket.Priority == AmoCrmPriority.Bulk ? "bulk" : "interactive").ConfigureAwait(false);
        if (decision is { } made)
        {
            ticket.Heard(made, _pace);
        }
        else
        {
            // It may have been heard all the same.
            GiveBack(ticket);
        }

        return (decision, problem);
    }

    /// <summary>Asks whether the server would decide, and says that this process is there.</summary>
    public async Task<bool> ProbeAsync(LimitKeys keys) => (await AskAsync(new Ticket(keys, AmoCrmPriority.Interactive), "note").ConfigureAwait(false)).Decision is not null;

    /// <summary>A permit's window begins now.</summary>
    public void Leave(Ticket ticket) =>
        _ = TellAsync(LimitScripts.Leave, [ticket.Keys.IntegrationPlaces, ticket.Keys.AccountPlaces], [ticket.Id, _window]);

    /// <summary>Nothing leaves with a permit.</summary>
    public void GiveBack(Ticket ticket) =>
        _ = TellAsync(LimitScripts.GiveBack, [ticket.Keys.IntegrationPlaces, ticket.Keys.AccountPlaces, ticket.Keys.NextBulk], [ticket.Id, ticket.Told, _pace]);

    private static long Microseconds(TimeSpan span) => span.Ticks / TimeSpan.TicksPerMicrosecond;

    private async Task<(Decision? Decision, string? Problem)> AskAsync(Ticket ticket, string lane)
    {
        try
        {
            var keys = ticket.Keys;
            RedisKey[] places = [keys.IntegrationPlaces, keys.AccountPlaces, keys.NextBulk, keys.Processes];
            RedisValue[] values = [ticket.Id, lane, limits.Integration, limits.Account, _window, _pace, ticket.Told, _process, _seen];
            var answer = (long[]?)await EvaluateAsync(LimitScripts.Decide, places, values).WaitAsync(options.Timeout, time).ConfigureAwait(false);
            return answer is { Length: 5 } ? (new Decision(answer[0] == 1, answer[1], answer[2], (int)answer[3], answer[4] == 1), null) : (null, Strange);
        }
        catch (InvalidCastException)
        {
            return (null, Strange);
        }
        catch (Exception exception) when (RedisFailures.IsOne(exception))
        {
            return (null, RedisFailures.Describe(exception, options.Timeout));
        }
    }

    private async Task TellAsync(string script, RedisKey[] keys, RedisValue[] values)
    {
        try
        {
            await EvaluateAsync(script, keys, values).ConfigureAwait(false);
        }
        catch (Exception exception) when (RedisFailures.IsOne(exception))
        {
            // Nobody waits for it, and a place is free by itself when its window is over.
        }
    }

    private async Task<RedisResult> EvaluateAsync(string script, RedisKey[] keys, RedisValue[] values)
    {
        // By its hash; the whole script only where the server does not know it (RedisOutageTests: SCRIPT FLUSH).
        var database = await connection.GetAsync().ConfigureAwait(false);
        return await database.ScriptEvaluateAsync(script, keys, values).ConfigureAwait(false);
    }
}
