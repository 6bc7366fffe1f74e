namespace AmoCrm.Sdk.Resilience;

/// <summary>
/// Stops sending to an account that answered with a block page. After a pause one request is let through to see; a block page again makes the pause twice as long.
/// One such page is enough, and nothing else is: that is why it is not a circuit breaker of Polly, which goes by ratios and wants two calls at least (docs/decisions/0018).
/// </summary>
internal sealed class BlockCircuit
{
    private readonly SyncRoot _gate = new();
    private TimeSpan _pause;
    private volatile bool _isOpen;
    private bool _isProbing;

    /// <summary>When the next request is let through, where the circuit is open.</summary>
    public DateTimeOffset Until { get; private set; }

    /// <summary>True while everything passes: then nobody needs to know the time.</summary>
    public bool IsClosed => !_isOpen;

    /// <summary>Whether nothing may be sent, without asking to be let through.</summary>
    public bool IsOpenAt(DateTimeOffset now)
    {
        lock (_gate)
        {
            return _isOpen && (now < Until || _isProbing);
        }
    }

    /// <summary>Lets an attempt pass, or not. One that passed has to <see cref="Report"/>.</summary>
    public BlockPass Enter(DateTimeOffset now)
    {
        lock (_gate)
        {
            if (!_isOpen)
            {
                return BlockPass.Free;
            }

            if (now < Until || _isProbing)
            {
                return BlockPass.Refused;
            }

            _isProbing = true;
            return BlockPass.Probe;
        }
    }

    /// <summary>Tells what became of an attempt that passed.</summary>
    /// <param name="pass">As what it passed.</param>
    /// <param name="isBlocked">Whether the answer was a block page; null when there was no answer.</param>
    /// <param name="now">The time.</param>
    /// <param name="options">How long to pause.</param>
    /// <returns>True when this opened the circuit, or kept it open for longer.</returns>
    public bool Report(BlockPass pass, bool? isBlocked, DateTimeOffset now, AmoCrmRetryOptions options)
    {
        lock (_gate)
        {
            if (pass == BlockPass.Probe)
            {
                _isProbing = false;
                _isOpen = isBlocked != false;
            }

            // Other answers are to what was sent before the page came: they say nothing about what is now.
            if (isBlocked != true || (_isOpen && pass == BlockPass.Free))
            {
                return false;
            }

            _pause = pass == BlockPass.Free ? options.BlockPause : Min(_pause * 2, options.LongestBlockPause);
            Until = now + _pause;
            _isOpen = true;
            return true;
        }
    }

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
