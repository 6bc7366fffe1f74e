namespace AmoCrm.Sdk.Tests.Handlers;

/// <summary>What one handler must send and make of an answer, written by hand from the documentation. <see cref="HandlerContractTests"/> runs every case four ways.</summary>
public sealed record HandlerCase
{
    /// <summary>The handler's name; a further case of the same handler adds ": what is special".</summary>
    public required string Name { get; init; }

    /// <summary>The typed call. A result of null means that nothing was found.</summary>
    public required Func<IAmoCrmClient, Task<object?>> Call { get; init; }

    /// <summary>The same call's arguments by name, ids as numbers.</summary>
    public required string Arguments { get; init; }

    /// <summary>The exact requests with the answers they get, in order.</summary>
    public required IReadOnlyList<Exchange> Exchanges { get; init; }

    /// <summary>Asserts on the typed result.</summary>
    public required Action<object?> Check { get; init; }

    /// <summary>False where the result is made by hand and holds nothing of the answer as it came.</summary>
    public bool KeepsUnknownMembers { get; init; } = true;

    /// <summary>The handler's name alone.</summary>
    public string Handler => Name.Split(':')[0];

    public override string ToString() => Name;
}
