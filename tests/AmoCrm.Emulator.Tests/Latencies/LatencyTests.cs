using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace AmoCrm.Emulator.Tests.Latencies;

public sealed class LatencyTests : EmulatorTest
{
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(200);

    /// <summary>A timer may be early by its own grain.</summary>
    private static readonly TimeSpan Waited = TimeSpan.FromMilliseconds(170);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    protected override AmoCrmEmulatorOptions Options() => new()
    {
        TimeProvider = _time,
        EnforceLimits = true,
        Latencies = { new EmulatorLatency { Path = "/api/v4/users*", Minimum = Wait } },
    };

    [Fact]
    public async Task The_answers_of_matching_requests_wait_in_real_time()
    {
        Assert.InRange(await MeasureAsync("users"), Waited, TimeSpan.MaxValue);
        Crm.AddLatency(new EmulatorLatency { Path = "/api/v4/leads*", Minimum = TimeSpan.FromHours(1) });
        Assert.InRange(await MeasureAsync("account"), TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task The_first_that_matches_counts_until_they_are_cleared()
    {
        Crm.AddLatency(new EmulatorLatency { Minimum = TimeSpan.FromHours(1) });
        Assert.InRange(await MeasureAsync("users"), Waited, TimeSpan.FromMinutes(1));

        Crm.ClearLatencies();
        Crm.AddLatency(new EmulatorLatency { Method = "post", Minimum = TimeSpan.FromHours(1) });
        Assert.InRange(await MeasureAsync("users"), TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_caller_that_hangs_up_was_obeyed_when_it_came()
    {
        Crm.AddLatency(new EmulatorLatency { Method = "POST", Minimum = TimeSpan.FromHours(1) });
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        using var content = new StringContent("""[{"name":"Создана"}]""");
        var call = Client.PostAsync(new Uri("/api/v4/companies", UriKind.Relative), content, patience.Token);

        await UntilAsync(() => Crm.Requests.Count == 1);
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Contains(Crm.GetEntities("companies"), company => company.Name == "Создана");
    }

    [Fact]
    public async Task The_limits_are_checked_at_the_arrival()
    {
        var waiting = Enumerable.Range(0, 7).Select(_ => GetAsync("users")).ToList();
        await UntilAsync(() => Crm.Requests.Count == 7);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await GetAsync("account")).Status);
        Assert.All(await Task.WhenAll(waiting), reply => Assert.Equal(HttpStatusCode.OK, reply.Status));
    }

    [Fact]
    public async Task A_fault_may_befall_a_request_that_waits()
    {
        Crm.AddFault(new EmulatorFault { Status = 502 });
        Assert.InRange(await MeasureAsync("users", HttpStatusCode.BadGateway), Waited, TimeSpan.MaxValue);

        Crm.AddFault(new EmulatorFault { Kind = EmulatorFaultKind.ConnectionReset });
        var clock = Stopwatch.StartNew();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => GetAsync("users"));
        Assert.InRange(clock.Elapsed, Waited, TimeSpan.MaxValue);
    }

    [Fact]
    public async Task A_range_gives_times_between_both()
    {
        Crm.ClearLatencies();
        Crm.AddLatency(new EmulatorLatency { Minimum = TimeSpan.FromMilliseconds(50), Maximum = TimeSpan.FromMilliseconds(400) });
        var times = new List<TimeSpan>();
        for (var request = 0; request < 6; request++)
        {
            times.Add(await MeasureAsync("account"));
        }

        Assert.True(times.Min() > TimeSpan.FromMilliseconds(30), string.Join(", ", times));
        Assert.True(times.Max() - times.Min() > TimeSpan.FromMilliseconds(30), string.Join(", ", times));
    }

    [Theory]
    [InlineData(-1, 5)]
    [InlineData(5, 4)]
    [InlineData(0, 100_000_000)]
    public void Times_that_are_no_range_are_refused(double minimum, double maximum) => Assert.Throws<ArgumentException>(() =>
        Crm.AddLatency(new EmulatorLatency { Minimum = TimeSpan.FromMilliseconds(minimum), Maximum = TimeSpan.FromMilliseconds(maximum) }));

    [Fact]
    public async Task Latencies_work_from_outside()
    {
        var known = (await GetAsync("/_emulator/latencies")).Json["latencies"]!.AsArray();
        Assert.Equal("""[{"method":null,"path":"/api/v4/users*","minimum_ms":200,"maximum_ms":200}]""", known.ToJsonString());
        Assert.Equal(HttpStatusCode.NoContent, (await DeleteAsync("/_emulator/latencies")).Status);

        Assert.Equal(HttpStatusCode.NoContent, (await PostAsync("/_emulator/latencies", """{"method":"GET","minimum_ms":200.5,"maximum_ms":300}""")).Status);
        Assert.InRange(await MeasureAsync("account"), Waited, TimeSpan.MaxValue);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("/_emulator/latencies", """{"minimum_ms":2,"maximum_ms":1}""")).Status);
        Assert.Single((await GetAsync("/_emulator/latencies")).Json["latencies"]!.AsArray());
    }

    private async Task<TimeSpan> MeasureAsync(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var clock = Stopwatch.StartNew();
        Assert.Equal(expected, (await GetAsync(path)).Status);
        return clock.Elapsed;
    }
}
