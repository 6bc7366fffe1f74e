namespace AmoCrm.Sdk.Transport;

/// <summary>Reads an entity back after it was written. The write has happened: whatever goes wrong here must not look as if it had not.</summary>
internal static class FetchBack
{
    /// <summary>Completes the result of a write.</summary>
    /// <param name="api">The client's API.</param>
    /// <param name="result">The result of the write.</param>
    /// <param name="read">The operation that reads the entity.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="complete">Puts the entity, or what went wrong, into the result.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="AmoCrmOperationCanceledException">The reading was cancelled: a plain cancellation would say that nothing was written.</exception>
    public static async Task<TResult> ReadAsync<TResult, TArguments, TEntity>(
        AmoCrmApi api,
        TResult result,
        Operation<TArguments, TEntity> read,
        TArguments arguments,
        Func<TResult, TEntity?, AmoCrmException?, TResult> complete,
        CancellationToken cancellationToken)
    {
        try
        {
            var entity = await api.SendAsync(read, arguments, cancellationToken).ConfigureAwait(false);
            return entity is null
                ? complete(result, default, new AmoCrmInvalidResponseException($"{read.Handler}: it was written, but reading it back found nothing.") { Handler = read.Handler })
                : complete(result, entity, null);
        }
        catch (AmoCrmException exception)
        {
            return complete(result, default, exception);
        }
        catch (OperationCanceledException exception) when (exception is not AmoCrmOperationCanceledException)
        {
            // Without a handler: to name the reading one would say that nothing worse than a read was cut off.
            throw new AmoCrmOperationCanceledException(handler: null, exception, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return complete(result, default, new AmoCrmInvalidResponseException($"{read.Handler}: it was written, but it could not be read back.", 0, exception) { Handler = read.Handler });
        }
    }
}
