using AmoCrm.Sdk.Telemetry;

namespace AmoCrm.Sdk.Transport;

/// <summary>What the attempts of one request have to know of each other.</summary>
/// <param name="request">The request.</param>
/// <param name="telemetry">Where attempts are counted.</param>
/// <param name="caller">The caller's token: only its cancellation is a cancellation, everything else is a timeout.</param>
internal sealed class CallState(AmoCrmRequest request, RequestTelemetry telemetry, CancellationToken caller)
{
    private bool _wasUnknown;

    public AmoCrmRequest Request { get; } = request;

    public RequestTelemetry Telemetry { get; } = telemetry;

    public CancellationToken Caller { get; } = caller;

    /// <summary>True while bytes of a write may have left and no answer says what became of it.</summary>
    public bool OutcomeUnknown { get; private set; }

    public void AttemptStarts() => _wasUnknown = OutcomeUnknown;

    public void BytesMayLeave() => OutcomeUnknown |= Request.IsWrite;

    /// <summary>This attempt did nothing; what an earlier one did is as unknown as before.</summary>
    public void CertainlyNotSent() => OutcomeUnknown = _wasUnknown;

    /// <summary>An answer settles what became of the request, unless it is a failure behind which it may have been carried out. A refusal says nothing about earlier attempts.</summary>
    public void Answered(AmoCrmResponse response) =>
        OutcomeUnknown = Request.IsWrite && (response.StatusCode >= 500 || (_wasUnknown && !response.IsSuccess));
}
