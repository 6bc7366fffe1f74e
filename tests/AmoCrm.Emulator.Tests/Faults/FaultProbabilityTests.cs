using System.Net;

namespace AmoCrm.Emulator.Tests.Faults;

public sealed class FaultProbabilityTests : EmulatorTest
{
    protected override AmoCrmEmulatorOptions Options() => new() { FaultSeed = 7 };

    [Fact]
    public async Task A_part_of_the_requests_meets_the_fault_for_ever()
    {
        Crm.AddFault(new EmulatorFault { Path = "/api/*", Probability = 0.25, Count = int.MaxValue });

        var failed = (await StatusesAsync(Client, 200)).Count(status => status == HttpStatusCode.ServiceUnavailable);

        Assert.InRange(failed, 30, 70);
        Assert.Equal(failed, Crm.Counts.Faults[EmulatorFaultKind.Status]);
    }

    [Fact]
    public async Task The_same_seed_spares_the_same_requests_and_another_one_does_not()
    {
        var first = await SeededAsync(7);

        Assert.Equal(first, await SeededAsync(7));
        Assert.NotEqual(first, await SeededAsync(8));
    }

    [Fact]
    public async Task A_request_that_is_spared_uses_up_nothing()
    {
        Crm.AddFault(new EmulatorFault { Probability = 0.5, Count = 3 });

        var statuses = await StatusesAsync(Client, 40);

        Assert.Equal(3, statuses.Count(status => status == HttpStatusCode.ServiceUnavailable));
        Assert.Contains(HttpStatusCode.OK, statuses[..statuses.LastIndexOf(HttpStatusCode.ServiceUnavailable)]);
    }

    [Fact]
    public async Task What_the_first_fault_spares_the_next_one_may_take()
    {
        Crm.AddFault(new EmulatorFault { Probability = 0, Count = int.MaxValue, Status = 500 });
        Crm.AddFault(new EmulatorFault { Probability = 0.5, Count = int.MaxValue, Status = 502 });
        Crm.AddFault(new EmulatorFault { Count = int.MaxValue, Status = 504 });

        var statuses = await StatusesAsync(Client, 40);

        Assert.Equal([HttpStatusCode.BadGateway, HttpStatusCode.GatewayTimeout], statuses.Distinct().Order());
    }

    [Fact]
    public async Task Those_that_are_skipped_throw_no_dice()
    {
        Crm.AddFault(new EmulatorFault { Probability = 1, Skip = 2 });

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK], await StatusesAsync(Client, 4));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public async Task A_probability_that_is_none_is_refused(double probability)
    {
        var fault = new EmulatorFault { Probability = probability };

        Assert.Contains("Probability is from 0 to 1", Assert.Throws<ArgumentException>(() => Crm.AddFault(fault)).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => AmoCrmEmulator.StartAsync(new AmoCrmEmulatorOptions { Faults = { fault } }, Cancellation));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("account")).Status);
    }

    [Fact]
    public async Task The_probability_is_read_and_told_from_outside()
    {
        Assert.Equal(HttpStatusCode.NoContent, (await PostAsync("/_emulator/faults", """{"probability":0.125,"count":2147483647}""")).Status);
        var fault = (await GetAsync("/_emulator/faults")).Json["faults"]![0]!;
        Assert.Equal((0.125, int.MaxValue), (fault["probability"]!.GetValue<double>(), fault["count"]!.GetValue<int>()));
        Assert.Contains("Probability", (await PostAsync("/_emulator/faults", """{"probability":2}""")).Text, StringComparison.Ordinal);
    }

    private static async Task<List<HttpStatusCode>> SeededAsync(int seed)
    {
        var options = new AmoCrmEmulatorOptions { FaultSeed = seed, Faults = { new EmulatorFault { Probability = 0.5, Count = int.MaxValue } } };
        await using var crm = await AmoCrmEmulator.StartAsync(options, Cancellation);
        using var client = crm.CreateClient();
        return await StatusesAsync(client, 40);
    }

    private static async Task<List<HttpStatusCode>> StatusesAsync(HttpClient client, int count)
    {
        var statuses = new List<HttpStatusCode>();
        for (var request = 0; request < count; request++)
        {
            using var response = await client.GetAsync(new Uri("/api/v4/account", UriKind.Relative), Cancellation);
            statuses.Add(response.StatusCode);
        }

        return statuses;
    }
}
