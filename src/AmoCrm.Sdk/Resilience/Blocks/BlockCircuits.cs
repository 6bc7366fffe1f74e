using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace AmoCrm.Sdk.Resilience;

/// <summary>The circuits of the accounts, shared by all clients that send over the same connections.</summary>
internal sealed class BlockCircuits
{
    private static readonly ConditionalWeakTable<object, BlockCircuits> ByConnection = [];
    private static readonly ConcurrentDictionary<Uri, object> Emulators = [];
    private static readonly object AmoCrm = new();

    private readonly ConcurrentDictionary<string, BlockCircuit> _circuits = new(StringComparer.Ordinal);

    /// <summary>The circuits of a client: those of its handler, where it has one of its own, for that may leave this machine by another address.</summary>
    public static BlockCircuits Of(AmoCrmClientOptions options) => ByConnection.GetValue(
        options.HttpMessageHandler ?? (options.EmulatorAddress is { } emulator ? Emulators.GetOrAdd(emulator, static _ => new()) : AmoCrm), static _ => new());

    public BlockCircuit Of(string host) => _circuits.GetOrAdd(host, static _ => new BlockCircuit());
}
