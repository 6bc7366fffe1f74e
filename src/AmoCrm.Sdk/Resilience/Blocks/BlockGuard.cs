using AmoCrm.Sdk.Telemetry;
using Microsoft.Extensions.Logging;

namespace AmoCrm.Sdk.Resilience;

/// <summary>Takes the attempts of a client through the circuits of their accounts, and says when one opens.</summary>
/// <param name="options">The client's options.</param>
internal sealed class BlockGuard(AmoCrmClientOptions options)
{
    private readonly BlockCircuits _circuits = BlockCircuits.Of(options);
    private readonly ILogger _logger = options.LoggerFactory.CreateLogger(RequestLog.Category);

    /// <summary>Lets an attempt pass, unless the account is blocked. One that passed has to <see cref="Report"/>.</summary>
    /// <param name="host">The account.</param>
    /// <param name="handler">Whose request it is.</param>
    /// <exception cref="AmoCrmBlockedException">A block page came before, and it is not yet time to look again. Nothing was sent.</exception>
    public BlockPass Enter(string host, string handler)
    {
        var circuit = _circuits.Of(host);
        var pass = circuit.IsClosed ? BlockPass.Free : circuit.Enter(options.TimeProvider.GetUtcNow());
        return pass != BlockPass.Refused ? pass : throw AmoCrmBlockedException.NotSent(host, handler, circuit.Until);
    }

    /// <summary>Tells what became of an attempt that passed.</summary>
    /// <param name="host">The account.</param>
    /// <param name="pass">As what it passed.</param>
    /// <param name="response">The answer; null when there was none.</param>
    public void Report(string host, BlockPass pass, AmoCrmResponse? response)
    {
        bool? isBlocked = response is null ? null : IsBlockPage(response);
        if (pass == BlockPass.Free && isBlocked != true)
        {
            return;
        }

        var circuit = _circuits.Of(host);
        if (circuit.Report(pass, isBlocked, options.TimeProvider.GetUtcNow(), options.Retry))
        {
            RequestLog.Blocked(_logger, host, options.AgentId, circuit.Until.UtcDateTime);
            AmoCrmTelemetry.Blocks.Add(1);
        }
    }

    /// <summary>Throws what <see cref="Enter"/> would, for whoever would wait for a permit in vain. Nobody becomes the one that is let through by it.</summary>
    public void ThrowIfBlocked(string host, string handler)
    {
        var circuit = _circuits.Of(host);
        if (!circuit.IsClosed && circuit.IsOpenAt(options.TimeProvider.GetUtcNow()))
        {
            throw AmoCrmBlockedException.NotSent(host, handler, circuit.Until);
        }
    }

    private static bool IsBlockPage(AmoCrmResponse response) => response.StatusCode == 403 && response.LooksLikeHtml;
}
