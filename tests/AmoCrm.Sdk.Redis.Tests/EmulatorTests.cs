using AmoCrm.Emulator;
using AmoCrm.Sdk.Redis.Tests.TestSupport;

namespace AmoCrm.Sdk.Redis.Tests;

/// <summary>From the client to a server that counts: the two processes together, not each for itself.</summary>
public sealed class EmulatorTests(RealServer server) : IClassFixture<RealServer>
{
    [Fact]
    public async Task Two_processes_send_forty_requests_and_none_is_too_many()
    {
        await using var crm = await AmoCrmEmulator.StartAsync(new AmoCrmEmulatorOptions { EnforceLimits = true });

        // A machine that builds and tests at once takes longer from a request to the server that counts it than the window is longer than a second.
        await using var bench = server.Bench(options => options.RateLimit.Window = TimeSpan.FromSeconds(1.3));
        await using var first = Client(crm, bench);
        await using var second = Client(crm, bench);

        // The first answers of a server that has just started take long, and it counts when it comes to the limits.
        foreach (var client in new[] { first, second })
        {
            await client.SendAsync(new AmoCrmRequest(HttpMethod.Get, "/api/v4/account"));
        }

        crm.AdvanceClock(TimeSpan.FromSeconds(2));

        await Task.WhenAll(Enumerable.Range(0, 40).Select(number => (number % 2 == 0 ? first : second).SendAsync(new AmoCrmRequest(HttpMethod.Get, "/api/v4/account"))));

        Assert.Equal(42, crm.Requests.Count);
        Assert.DoesNotContain(crm.Requests, request => request.Status != 200);
    }

    private static AmoCrmClient Client(AmoCrmEmulator crm, LimiterBench bench)
    {
        var options = new AmoCrmClientOptions
        {
            SettingsResolver = new StaticSettingsResolver(new AmoCrmSettings { Subdomain = "demo", AccessToken = crm.AccessToken }),
            EmulatorAddress = crm.BaseAddress,
            RateLimiter = bench.Limiter(),
            TotalTimeout = TimeSpan.FromMinutes(5),
        };

        // One that was refused would only be late.
        options.Retry.MaxRetries = 0;
        return new AmoCrmClient(options);
    }
}
