namespace AmoCrm.Emulator;

/// <summary>What happened since the start or since <see cref="AmoCrmEmulator.ResetCounts"/>, counted. Requests to <c>/_emulator</c> are not among it.</summary>
public sealed record EmulatorCounts
{
    /// <summary>The key in <see cref="ByRoute"/> of all requests that no route takes.</summary>
    public const string UnknownRoute = "unknown";

    /// <summary>Requests that were answered or cut.</summary>
    public required long Requests { get; init; }

    /// <summary>Requests by the status that was answered; 0 where the connection was cut.</summary>
    public required IReadOnlyDictionary<int, long> ByStatus { get; init; }

    /// <summary>Requests by method and route, such as <c>GET /api/v4/contacts/{id}</c>, whatever their answer; the rest is under <see cref="UnknownRoute"/>.</summary>
    public required IReadOnlyDictionary<string, long> ByRoute { get; init; }

    /// <summary>Requests that met a scripted fault, by its kind.</summary>
    public required IReadOnlyDictionary<EmulatorFaultKind, long> Faults { get; init; }

    /// <summary>Requests that the limits refused with 429; those of faults are not among them.</summary>
    public required long Refused { get; init; }

    /// <summary>How often the limits banned the caller; <see cref="AmoCrmEmulator.Ban"/> does not count.</summary>
    public required long Bans { get; init; }

    /// <summary>The most requests, accepted or refused, of one integration in one account that arrived within any one second of the emulator's clock.</summary>
    public required int MostInOneSecond { get; init; }

    /// <summary>The same of all integrations in one account together.</summary>
    public required int AccountMostInOneSecond { get; init; }

    /// <summary>How many objects requests created, by plural name: leads, contacts, companies, customers, tasks, elements, notes. What <see cref="AmoCrmEmulator.AddEntities"/> adds is not among them.</summary>
    public required IReadOnlyDictionary<string, long> Created { get; init; }
}
