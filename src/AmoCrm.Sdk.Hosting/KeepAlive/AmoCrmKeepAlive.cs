using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AmoCrm.Sdk.Hosting;

/// <summary>Refreshes the tokens of agents that nobody uses, long before the three months of a refresh token are over. One agent after the other: there is no hurry, but none is waited for without end.</summary>
internal sealed class AmoCrmKeepAlive : BackgroundService
{
    /// <summary>
    /// How long one agent is waited for. A refresh takes seconds, or a few leases where others are at it; one that takes longer waits for something that may never come, and
    /// the agents after it have tokens to lose as well.
    /// </summary>
    internal static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(1);

    private readonly IAmoCrmTokenStore _store;
    private readonly IAmoCrmTokenRefresher _refresher;
    private readonly AmoCrmKeepAliveOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly HashSet<string> _lost = new(StringComparer.Ordinal);

    public AmoCrmKeepAlive(IAmoCrmTokenStore store, IAmoCrmTokenRefresher refresher, AmoCrmKeepAliveOptions options, TimeProvider time, ILogger<AmoCrmKeepAlive> logger)
    {
        _store = store;
        _refresher = refresher;
        _options = options;
        _time = time;
        _logger = logger;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var wait = LongestStart * Random.Shared.NextDouble();
        while (true)
        {
            await Task.Delay(wait, _time, stoppingToken).ConfigureAwait(false);
            await CheckAsync(stoppingToken).ConfigureAwait(false);
            wait = _options.CheckInterval * (0.9 + (0.2 * Random.Shared.NextDouble()));
        }
    }

    private async Task CheckAsync(CancellationToken stoppingToken)
    {
        foreach (var agentId in await AgentsAsync(stoppingToken).ConfigureAwait(false))
        {
            stoppingToken.ThrowIfCancellationRequested();
            using var limit = new CancellationTokenSource(LongestWait, _time);
            try
            {
                await CheckAsync(agentId, limit.Token, stoppingToken).ConfigureAwait(false);
            }
            catch (AmoCrmReauthorizationRequiredException)
            {
                SayLost(agentId);
            }
            catch (OperationCanceledException) when (limit.IsCancellationRequested)
            {
                KeepAliveLog.TookTooLong(_logger, agentId, LongestWait);
            }
#pragma warning disable CA1031 // One agent's trouble, whatever it is, must not cost the others their tokens.
            catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                KeepAliveLog.AgentFailed(_logger, agentId, ProblemOf(exception));
            }
        }
    }

    private async Task CheckAsync(string agentId, CancellationToken limit, CancellationToken stoppingToken)
    {
        // Stores and refreshers of somebody else's may take no notice of a cancellation: so that nobody waits for them either.
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit, stoppingToken);
        var record = await _store.ReadTokensAsync(agentId, either.Token).WaitAsync(either.Token).ConfigureAwait(false);
        if (record.AuthorizationState == AmoCrmAuthorizationState.ReauthorizationRequired)
        {
            SayLost(agentId);
            return;
        }

        _lost.Remove(agentId);
        if (record.Settings.RefreshToken is null || TokenTimes.AgeOf(record) < _options.RefreshAfter)
        {
            return;
        }

        // Not on the host's cancellation: a process that stops waits for what it has begun, for it might be the last to know the new tokens. The limit ends the waiting, not the refresh.
        KeepAliveLog.KeptAlive(_logger, agentId, await _refresher.RefreshAsync(agentId, _options.RefreshAfter, limit).WaitAsync(limit).ConfigureAwait(false));
    }

    private async Task<List<string>> AgentsAsync(CancellationToken stoppingToken)
    {
        var agents = new List<string>();
        try
        {
            await foreach (var agentId in _store.ListAgentsAsync(stoppingToken).ConfigureAwait(false))
            {
                agents.Add(agentId);
            }
        }
#pragma warning disable CA1031 // Next time it may work; the host must not stop for it.
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            KeepAliveLog.ListFailed(_logger, ProblemOf(exception));
        }

        return agents;
    }

    private void SayLost(string agentId)
    {
        if (_lost.Add(agentId))
        {
            KeepAliveLog.ReauthorizationRequired(_logger, agentId);
        }
    }

    // The messages of this SDK hold no secrets; those of others may.
    private static string ProblemOf(Exception exception) => exception is IAmoCrmError ? exception.Message : exception.GetType().Name;
}
