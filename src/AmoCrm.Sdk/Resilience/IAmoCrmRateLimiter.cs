namespace AmoCrm.Sdk;

/// <summary>Keeps the number of requests within amoCRM's limits. Every attempt waits for it: typed and raw calls, repetitions and token requests alike.</summary>
public interface IAmoCrmRateLimiter
{
    /// <summary>Waits until the next request may be sent.</summary>
    /// <param name="key">Whose request it is.</param>
    /// <param name="cancellationToken">Cancels the waiting; a permit is then not used up.</param>
    /// <returns>True when it had to wait: the settings are then read again, for the token may have changed meanwhile.</returns>
    ValueTask<bool> WaitAsync(AmoCrmRateLimitKey key, CancellationToken cancellationToken);
}
