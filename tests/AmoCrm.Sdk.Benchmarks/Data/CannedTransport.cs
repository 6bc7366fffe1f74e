namespace AmoCrm.Sdk.Benchmarks.Data;

/// <summary>Answers at once, always the same: for what the SDK does on either side of sending.</summary>
/// <param name="answer">The answer.</param>
internal sealed class CannedTransport(AmoCrmResponse answer) : IAmoCrmTransport
{
    private readonly Task<AmoCrmResponse> _answer = Task.FromResult(answer);

    /// <summary>The request that came last.</summary>
    public AmoCrmRequest? Last { get; private set; }

    public Task<AmoCrmResponse> SendAsync(AmoCrmRequest request, CancellationToken cancellationToken)
    {
        Last = request;
        return _answer;
    }
}
