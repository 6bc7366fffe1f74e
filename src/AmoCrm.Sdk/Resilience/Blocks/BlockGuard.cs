using AmoCrm.Sdk.Telemetry;
using Microsoft.Extensions.Logging;

namespace AmoCrm.Sdk.Resilience;

/// <summary>Takes the attempts of a client through the circuits of their accounts, and says when one opens.</summary>
/// <param name="options">The client's options.</param>
internal sealed class BlockGuard(AmoCrmClientOptions options)
{
    private readonly BlockCircuits _circuits = BlockCircuits.Of(options);
    private readonly ILogger _logger = options.LoggerFactory.CreateLogger(RequestLog.Category);

    /// <summary>Sends an attempt, unless the account is blocked.</summary>
    /// <param name="host">The account.</param>
    /// <param name="handler">Whose request it is.</param>
    /// <param name="state">What it needs for that.</param>
    /// <param name="sendAsync">Sends it.</param>
    /// <exception cref="AmoCrmBlockedException">A block page came before, and it is not yet time to look again. Nothing was sent.</exception>
    public async Task<AmoCrmResponse> SendAsync<TState>(string host, string handler, TState state, Func<TState, Task<AmoCrmResponse>> sendAsync)
    {
        var circuit = _circuits.Of(host);
        var pass = circuit.Enter(options.TimeProvider.GetUtcNow());
        if (pass == BlockPass.Refused)
        {
            throw AmoCrmBlockedException.NotSent(host, handler, circuit.Until);
        }

        bool? isBlocked = null;
        try
        {
            var response = await sendAsync(state).ConfigureAwait(false);
            isBlocked = IsBlockPage(response);
            return response;
        }
        finally
        {
            if (circuit.Report(pass, isBlocked, options.TimeProvider.GetUtcNow(), options.Retry))
            {
                RequestLog.Blocked(_logger, host, options.AgentId, circuit.Until.UtcDateTime);
                AmoCrmTelemetry.Blocks.Add(1);
            }
        }
    }

    /// <summary>Throws what <see cref="SendAsync"/> would, for whoever would wait for a permit in vain. Nobody becomes the one that is let through by it.</summary>
    public void ThrowIfBlocked(string host, string handler)
    {
        var circuit = _circuits.Of(host);
        if (circuit.IsOpenAt(options.TimeProvider.GetUtcNow()))
        {
            throw AmoCrmBlockedException.NotSent(host, handler, circuit.Until);
        }
    }

    private static bool IsBlockPage(AmoCrmResponse response) => response.StatusCode == 403 && response.LooksLikeHtml;
}
