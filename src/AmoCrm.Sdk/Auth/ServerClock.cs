namespace AmoCrm.Sdk.Auth;

/// <summary>amoCRM's time: this machine's, corrected by what amoCRM says where they are far apart. Tokens end by amoCRM's clock.</summary>
/// <param name="time">This machine's clock.</param>
internal sealed class ServerClock(TimeProvider time)
{
    // Headers tell whole seconds, and an answer takes its time: less than this is no difference.
    private static readonly TimeSpan Noise = TimeSpan.FromSeconds(10);

    private long _offsetTicks;

    public DateTimeOffset Now => time.GetUtcNow().AddTicks(Volatile.Read(ref _offsetTicks));

    public void Observe(DateTimeOffset? serverTime)
    {
        if (serverTime is { } there)
        {
            var offset = there - time.GetUtcNow();
            Volatile.Write(ref _offsetTicks, offset.Duration() < Noise ? 0 : offset.Ticks);
        }
    }
}
