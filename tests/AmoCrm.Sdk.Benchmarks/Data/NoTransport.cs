namespace AmoCrm.Sdk.Benchmarks.Data;

/// <summary>Sends nothing: for cases in which nothing may be asked for.</summary>
internal sealed class NoTransport : IAmoCrmTransport
{
    public Task<AmoCrmResponse> SendAsync(AmoCrmRequest request, CancellationToken cancellationToken) =>
        throw new DifferentWorkException($"{request} would have been sent.");
}
