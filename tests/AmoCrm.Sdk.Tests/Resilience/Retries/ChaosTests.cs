using AmoCrm.Sdk.Tests.TestSupport;

namespace AmoCrm.Sdk.Tests.Resilience.Retries;

/// <summary>A fifth of all attempts fail, the same ones each time. Real time here, with pauses of a millisecond: no test asks how long they were.</summary>
public sealed class ChaosTests
{
    private const int Calls = 2000;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Reads_get_through_and_nothing_more_is_sent_than_that_takes(int seed)
    {
        using var chaos = new ChaosHandler(seed);
        var test = Client(chaos);
        var failed = 0;
        for (var i = 0; i < Calls; i++)
        {
            try
            {
                Assert.Equal(7, (await test.Api.SendAsync(ItemOperations.Get, new ItemArguments(Id: 7), default))!.Id);
            }
            catch (AmoCrmException)
            {
                failed++;
            }
        }

        Assert.InRange(chaos.Failed, Calls / 6, Calls / 3);
        Assert.InRange(chaos.Slowed, Calls / 40, Calls / 10);
        Assert.InRange(failed, 0, Calls / 1000);
        Assert.Equal(Calls + chaos.Failed - failed, chaos.Attempts);
    }

    [Fact]
    public async Task A_create_never_arrives_twice()
    {
        using var chaos = new ChaosHandler(seed: 3);
        var test = Client(chaos);
        var created = new List<string>();
        var unknown = new List<string>();
        var certain = new List<string>();
        for (var i = 0; i < Calls; i++)
        {
            var name = $"item-{i:D5}";
            try
            {
                await test.Api.SendAsync(ItemOperations.Create, new ItemArguments(name), default);
                created.Add(name);
            }
            catch (AmoCrmOutcomeUnknownException)
            {
                unknown.Add(name);
            }
            catch (AmoCrmNetworkException)
            {
                certain.Add(name);
            }
        }

        var arrived = chaos.Arrived.Select(static body => body[10..20]).ToList();
        Assert.Equal(arrived.Count, arrived.Distinct().Count());
        Assert.Equal(created.Concat(unknown).Order(), arrived.Order());
        Assert.Empty(certain.Intersect(arrived));
        Assert.InRange(unknown.Count, Calls / 10, Calls / 5);
        Assert.Equal(Calls, created.Count + unknown.Count + certain.Count);

        // What failed before its first byte left was sent again: nearly all of those come to an end that is known.
        Assert.InRange(certain.Count, 0, Calls / 1000);
    }

    private static TestClient Client(ChaosHandler chaos) => new(options =>
    {
        options.HttpMessageHandler = chaos;
        options.Retry.MaxRetries = 4;
        options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
        options.Retry.MaxDelay = TimeSpan.FromMilliseconds(1);
    });
}
