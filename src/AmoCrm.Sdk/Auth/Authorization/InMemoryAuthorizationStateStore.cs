namespace AmoCrm.Sdk;

/// <summary>Keeps states in the memory of this process. Safe for use by many threads.</summary>
/// <remarks>It holds 10,000 at most; then the oldest goes for each new one. A restart forgets all of them: whoever is at the consent page just then has to begin again.</remarks>
public sealed class InMemoryAuthorizationStateStore : IAmoCrmAuthorizationStateStore
{
    internal const int Capacity = 10_000;

    private readonly Dictionary<string, (string AgentId, DateTimeOffset Until)> _states = new(StringComparer.Ordinal);
    private readonly TimeProvider _time;

    /// <summary>Makes an empty store.</summary>
    /// <param name="timeProvider">The clock; null means that of the machine.</param>
    public InMemoryAuthorizationStateStore(TimeProvider? timeProvider = null)
    {
        _time = timeProvider ?? TimeProvider.System;
    }

    /// <inheritdoc/>
    public Task AddAsync(string state, string agentId, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(state);
        ArgumentException.ThrowIfNullOrEmpty(agentId);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_states)
        {
            if (_states.Count >= Capacity)
            {
                MakeRoom();
            }

            _states[state] = (agentId, _time.GetUtcNow() + lifetime);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<string?> TakeAsync(string state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(state);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_states)
        {
            return Task.FromResult(_states.Remove(state, out var kept) && _time.GetUtcNow() < kept.Until ? kept.AgentId : null);
        }
    }

    private void MakeRoom()
    {
        var now = _time.GetUtcNow();
        foreach (var (state, kept) in _states)
        {
            if (kept.Until <= now)
            {
                _states.Remove(state);
            }
        }

        if (_states.Count >= Capacity)
        {
            _states.Remove(_states.MinBy(static pair => pair.Value.Until).Key);
        }
    }
}
