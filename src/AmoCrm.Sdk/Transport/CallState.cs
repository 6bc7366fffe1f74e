using AmoCrm.Sdk.Resilience;
using AmoCrm.Sdk.Telemetry;
using Polly;

namespace AmoCrm.Sdk.Transport;

/// <summary>What the attempts of one request have to know of each other.</summary>
/// <param name="request">The request.</param>
/// <param name="telemetry">Where attempts are counted.</param>
/// <param name="budget">The time it has.</param>
/// <param name="caller">The caller's token: only its cancellation is a cancellation, everything else is a timeout.</param>
internal sealed class CallState(AmoCrmRequest request, RequestTelemetry telemetry, TimeLimit budget, CancellationToken caller)
{
    private bool _wasUnknown;
    private TakenPermit _permit;
    private bool _hasLeft;
    private bool _isAnnounced;

    public AmoCrmRequest Request { get; } = request;

    public RequestTelemetry Telemetry { get; } = telemetry;

    public TimeLimit Budget { get; } = budget;

    public CancellationToken Caller { get; } = caller;

    /// <summary>True while bytes of a write may have left and no answer says what became of it.</summary>
    public bool OutcomeUnknown { get; private set; }

    /// <summary>When bytes of it left last (UTC); null while none have.</summary>
    public DateTimeOffset? LeftAt { get; private set; }

    /// <summary>The failure behind which a repetition was to come.</summary>
    public Outcome<AmoCrmResponse>? LastFailure { get; set; }

    /// <summary>Says that the request is about to leave, to whoever wants to know before its first attempt.</summary>
    public ValueTask AnnounceAsync() => !_isAnnounced && Request.Leaving is { } leaving ? AnnounceAsync(leaving) : default;

    private async ValueTask AnnounceAsync(Func<ValueTask> leaving)
    {
        await leaving().ConfigureAwait(false);
        _isAnnounced = true;
    }

    public void AttemptStarts(TakenPermit permit)
    {
        _wasUnknown = OutcomeUnknown;
        _permit = permit;
        _hasLeft = false;
    }

    /// <summary>From here on nobody can say that nothing left.</summary>
    public void BytesMayLeave() => OutcomeUnknown |= Request.IsWrite;

    /// <summary>Bytes leave now: the window of the permit begins.</summary>
    public void BytesLeave()
    {
        _hasLeft = true;
        LeftAt = Telemetry.Now;
        _permit.RequestLeaves();
    }

    /// <summary>This attempt did nothing; what an earlier one did is as unknown as before.</summary>
    public void CertainlyNotSent() => OutcomeUnknown = _wasUnknown;

    /// <summary>The attempt is over. Where nobody saw its bytes leave and nobody knows that they did not, its permit's window begins now: late is the safe side.</summary>
    public void AttemptEnds(bool isCertainlyNotSent)
    {
        if (!_hasLeft && !isCertainlyNotSent)
        {
            BytesLeave();
        }
    }

    /// <summary>An answer settles what became of the request, unless it is a failure behind which it may have been carried out. A refusal says nothing about earlier attempts.</summary>
    public void Answered(AmoCrmResponse response) =>
        OutcomeUnknown = Request.IsWrite && (response.StatusCode >= 500 || (_wasUnknown && !response.IsSuccess));
}
