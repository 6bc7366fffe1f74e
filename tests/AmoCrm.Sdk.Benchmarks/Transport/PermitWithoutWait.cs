using AmoCrm.Sdk.Benchmarks.Data;
using BenchmarkDotNet.Attributes;

namespace AmoCrm.Sdk.Benchmarks.Transport;

/// <summary>A permit that is there at once: taken, the request leaves, given back.</summary>
public class PermitWithoutWait : BenchmarkCase
{
    private static readonly AmoCrmRateLimitKey Key = new(SdkOptions.Host, "integration");

    private readonly AmoCrmRateLimiter _limiter = new(timeProvider: new SteppingClock());

    [Benchmark]
    public void Sdk()
    {
        var taking = _limiter.AcquireAsync(Key);
        using var permit = (AmoCrmPermit)(taking.IsCompletedSuccessfully ? taking.GetAwaiter().GetResult() : throw new DifferentWorkException("The permit had to be waited for."));
        permit.RequestLeaves();
    }

    public override Task CheckAsync()
    {
        for (var i = 0; i < 1000; i++)
        {
            Sdk();
        }

        return Task.CompletedTask;
    }
}
