namespace AmoCrm.Sdk;

/// <summary>
/// A value that is read on demand, once for all who wait for it, and kept for a while. A failed read is not kept: who waited gets the error, the
/// next caller reads again.
/// </summary>
internal sealed class SharedRead<T>(TimeProvider timeProvider)
    where T : class
{
    private Flight? _flight;

    /// <summary>The value, not older than <paramref name="maximumAge"/>; a read under way is joined.</summary>
    public Task<T> GetAsync(TimeSpan maximumAge, Func<Task<T>> read, CancellationToken cancellationToken)
    {
        while (true)
        {
            var flight = Volatile.Read(ref _flight);
            if (flight is not null && !IsOver(flight, maximumAge))
            {
                return flight.Task.Value.WaitAsync(cancellationToken);
            }

            // Off the caller's path and without his token, since others wait for the same answer.
            var next = new Flight(timeProvider.GetTimestamp(), new Lazy<Task<T>>(() => Task.Run(read, CancellationToken.None)));
            Interlocked.CompareExchange(ref _flight, next, flight);
        }
    }

    /// <summary>The value if it is there and not older than <paramref name="maximumAge"/>.</summary>
    public async ValueTask<T?> PeekAsync(TimeSpan maximumAge)
    {
        var flight = Volatile.Read(ref _flight);
        return flight is null || IsOver(flight, maximumAge) || !flight.Task.IsValueCreated || !flight.Task.Value.IsCompletedSuccessfully
            ? null
            : await flight.Task.Value.ConfigureAwait(false);
    }

    /// <summary>Forgets the value; a read under way is for those who wait for it only.</summary>
    public void Drop() => Volatile.Write(ref _flight, null);

    private bool IsOver(Flight flight, TimeSpan maximumAge) =>
        flight.Task.IsValueCreated
        && flight.Task.Value.IsCompleted
        && (!flight.Task.Value.IsCompletedSuccessfully || timeProvider.GetElapsedTime(flight.Started) >= maximumAge);

    private sealed class Flight(long started, Lazy<Task<T>> task)
    {
        public long Started => started;

        public Lazy<Task<T>> Task => task;
    }
}
