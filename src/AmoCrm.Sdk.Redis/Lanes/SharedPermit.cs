using AmoCrm.Sdk.Redis.Scripts;

namespace AmoCrm.Sdk.Redis.Lanes;

/// <summary>A permit that Redis gave. Its place there counts from the decision, until it is told that the request left later, or not at all.</summary>
/// <param name="ticket">Its name there.</param>
/// <param name="givenAt">When it was given, in microseconds on the server's clock.</param>
/// <param name="waitedUntil">When the waiting for it ended; null when it was there at once.</param>
/// <param name="store">The server.</param>
/// <param name="held">Those whose request has not left.</param>
/// <param name="time">The clock.</param>
internal sealed class SharedPermit(Ticket ticket, long givenAt, long? waitedUntil, LimitStore store, HeldPermits held, TimeProvider time) : LanePermit(waitedUntil)
{
    // Less than the window is longer than amoCRM's second.
    private static readonly TimeSpan Late = TimeSpan.FromMilliseconds(5);

    private readonly SyncRoot _gate = new();
    private long _countsFrom = time.GetTimestamp();
    private bool _hasLeft;
    private bool _isOver;

    public long GivenAt => givenAt;

    public Ticket Ticket => ticket;

    public override void RequestLeaves()
    {
        lock (_gate)
        {
            if (_isOver)
            {
                return;
            }

            _hasLeft = true;
            held.Remove(this);
            Restart(Late);
        }
    }

    /// <summary>Its request has not left: what was given keeps its place.</summary>
    public void Keep(TimeSpan age)
    {
        lock (_gate)
        {
            if (!_isOver && !_hasLeft)
            {
                Restart(age);
            }
        }
    }

    protected override void Dispose(bool disposing)
    {
        lock (_gate)
        {
            if (!_isOver && !_hasLeft)
            {
                held.Remove(this);
                store.GiveBack(ticket);
            }

            _isOver = true;
        }

        base.Dispose(disposing);
    }

    private void Restart(TimeSpan age)
    {
        var now = time.GetTimestamp();
        if (time.GetElapsedTime(_countsFrom, now) >= age)
        {
            _countsFrom = now;
            store.Leave(ticket);
        }
    }
}
