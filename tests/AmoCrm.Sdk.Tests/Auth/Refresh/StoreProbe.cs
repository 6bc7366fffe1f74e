namespace AmoCrm.Sdk.Tests.Auth.Refresh;

/// <summary>A store in memory that a test may break, or change behind the back of whoever uses it.</summary>
internal sealed class StoreProbe(TimeProvider time) : IAmoCrmTokenStore
{
    private int _writes;

    public InMemorySettingsStore Inner { get; } = new(time);

    /// <summary>Called before each reading.</summary>
    public Action? BeforeRead { get; set; }

    /// <summary>Called before each writing of tokens, with its number from 1 on and what is to be written.</summary>
    public Func<int, AmoCrmTokenRecord, Task>? BeforeWrite { get; set; }

    /// <summary>Called after each writing of tokens, with its number from 1 on.</summary>
    public Func<int, Task>? AfterWrite { get; set; }

    /// <summary>Whether it says that it has written what it has not.</summary>
    public bool Forgets { get; set; }

    /// <summary>What the writing of tokens answers, of what it would have answered.</summary>
    public Func<bool, bool>? Answer { get; set; }

    public ValueTask<AmoCrmSettings> ResolveAsync(string agentId, CancellationToken cancellationToken)
    {
        BeforeRead?.Invoke();
        return Inner.ResolveAsync(agentId, cancellationToken);
    }

    public Task<AmoCrmTokenRecord> ReadTokensAsync(string agentId, CancellationToken cancellationToken = default)
    {
        BeforeRead?.Invoke();
        return Inner.ReadTokensAsync(agentId, cancellationToken);
    }

    public async Task<bool> TryWriteTokensAsync(string agentId, AmoCrmTokenRecord expected, AmoCrmTokenRecord updated, CancellationToken cancellationToken = default)
    {
        var number = BeforeWrite is null && AfterWrite is null ? 0 : Interlocked.Increment(ref _writes);
        if (BeforeWrite is { } before)
        {
            await before(number, updated);
        }

        if (Forgets)
        {
            return true;
        }

        var isWritten = await Inner.TryWriteTokensAsync(agentId, expected, updated, cancellationToken);
        if (AfterWrite is { } after)
        {
            await after(number);
        }

        return Answer?.Invoke(isWritten) ?? isWritten;
    }

    public Task SaveAsync(string agentId, AmoCrmSettings settings, CancellationToken cancellationToken = default) => Inner.SaveAsync(agentId, settings, cancellationToken);

    public IAsyncEnumerable<string> ListAgentsAsync(CancellationToken cancellationToken = default) => Inner.ListAgentsAsync(cancellationToken);
}
