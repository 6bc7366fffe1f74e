using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace AmoCrm.Emulator.Tests.Limits;

public sealed class LimitTests : EmulatorTest
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    protected override AmoCrmEmulatorOptions Options() => new() { EnforceLimits = true, TimeProvider = _time, BanAfterViolations = 3 };

    [Fact]
    public async Task The_eighth_request_of_a_second_is_429()
    {
        await SpendAsync(7);
        var reply = await GetAsync("account");
        Assert.Equal(HttpStatusCode.TooManyRequests, reply.Status);
        Assert.Equal("application/problem+json", reply.ContentType);
        Assert.DoesNotContain("Retry-After", reply.Headers.Keys);

        _time.Advance(TimeSpan.FromSeconds(1));
        await SpendAsync(7);
    }

    [Fact]
    public async Task The_window_slides()
    {
        await SpendAsync(4);
        _time.Advance(TimeSpan.FromMilliseconds(600));
        await SpendAsync(3);
        _time.Advance(TimeSpan.FromMilliseconds(600));
        await SpendAsync(4);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await GetAsync("account")).Status);
    }

    [Fact]
    public async Task Retry_after_is_a_switch()
    {
        Crm.Behaviour.SendRetryAfter = true;
        await SpendAsync(7);
        Assert.Equal("1", (await GetAsync("account")).Headers["Retry-After"]);
    }

    [Fact]
    public async Task Going_on_means_an_html_page_everywhere_until_the_ban_is_lifted()
    {
        await SpendAsync(7);
        for (var violation = 0; violation < 3; violation++)
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, (await GetAsync("account")).Status);
        }

        _time.Advance(TimeSpan.FromMinutes(5));
        foreach (var path in new[] { "account", "/oauth2/access_token", "/nowhere" })
        {
            var reply = await GetAsync(path);
            Assert.Equal((HttpStatusCode.Forbidden, "text/html"), (reply.Status, reply.ContentType));
            Assert.Contains("<html>", reply.Text, StringComparison.Ordinal);
        }

        Crm.LiftBan();
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("account")).Status);
    }

    private async Task SpendAsync(int count)
    {
        for (var request = 0; request < count; request++)
        {
            Assert.Equal(HttpStatusCode.OK, (await GetAsync("account")).Status);
        }
    }
}
