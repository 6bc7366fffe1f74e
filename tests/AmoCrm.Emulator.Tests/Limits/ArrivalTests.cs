using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace AmoCrm.Emulator.Tests.Limits;

public sealed class ArrivalTests : EmulatorTest
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    protected override AmoCrmEmulatorOptions Options() => new() { EnforceLimits = true, TimeProvider = _time };

    [Fact]
    public async Task A_request_is_judged_by_its_arrival_and_not_by_the_end_of_its_body()
    {
        const string Body = """[{"name":"Медленная"}]""";
        using var slow = new TcpClient();
        await slow.ConnectAsync(Crm.BaseAddress.Host, Crm.BaseAddress.Port, Cancellation);
        var stream = slow.GetStream();
        await WriteAsync(stream, $"POST /api/v4/companies HTTP/1.1\r\nHost: {Crm.Host}\r\nAuthorization: Bearer {Crm.AccessToken}\r\nContent-Length: {Encoding.UTF8.GetByteCount(Body)}\r\n\r\n");
        await UntilAsync(() => Crm.Counts.MostInOneSecond == 1);
        await SpendAsync(6);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await GetAsync("account")).Status);
        _time.Advance(TimeSpan.FromSeconds(1));
        await SpendAsync(7);

        await WriteAsync(stream, Body);
        Assert.StartsWith("HTTP/1.1 200", await ReadLineAsync(stream), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_a_fault_delays_took_its_place_when_it_came()
    {
        Crm.AddFault(new EmulatorFault { Kind = EmulatorFaultKind.Latency, Latency = TimeSpan.FromMilliseconds(300) });
        var delayed = GetAsync("account");
        await UntilAsync(() => Crm.Counts.MostInOneSecond == 1);
        _time.Advance(TimeSpan.FromSeconds(1));
        await SpendAsync(7);

        Assert.Equal(HttpStatusCode.OK, (await delayed).Status);
    }

    [Fact]
    public async Task Never_more_than_the_limit_get_in_however_many_come_at_once()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 19).Select(_ => GetAsync("account")));

        Assert.Equal(7, replies.Count(reply => reply.Status == HttpStatusCode.OK));
        Assert.Equal((12, 19), (Crm.Counts.Refused, Crm.Counts.MostInOneSecond));
    }

    [Theory]
    [InlineData(6, 1, 1)]
    [InlineData(4, 4, 3)]
    [InlineData(1, 6, 1)]
    public async Task A_request_that_comes_late_shares_its_seconds_with_those_before_and_after_it(int before, int after, int free)
    {
        await SpendAsync(before);
        _time.Advance(TimeSpan.FromMilliseconds(1200));
        await SpendAsync(after);

        Crm.AdvanceClock(TimeSpan.FromMilliseconds(-600));
        await SpendAsync(free);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await GetAsync("account")).Status);
        Assert.Equal(8, Crm.Counts.MostInOneSecond);
    }

    [Fact]
    public async Task A_clock_that_was_set_back_refuses_nobody()
    {
        await SpendAsync(7);

        Crm.AdvanceClock(TimeSpan.FromHours(-1));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("account")).Status);
    }

    private async Task SpendAsync(int count)
    {
        for (var request = 0; request < count; request++)
        {
            Assert.Equal(HttpStatusCode.OK, (await GetAsync("account")).Status);
        }
    }

    private static Task WriteAsync(NetworkStream stream, string text) => stream.WriteAsync(Encoding.UTF8.GetBytes(text), Cancellation).AsTask();

    private static async Task<string?> ReadLineAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, leaveOpen: true);
        return await reader.ReadLineAsync(Cancellation);
    }
}
