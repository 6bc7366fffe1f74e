using System.Net;
using System.Text.Json;

namespace AmoCrm.Emulator.Tests.Faults;

public sealed class FaultTests : EmulatorTest
{
    [Fact]
    public async Task A_status_hits_the_matching_requests_only_and_as_often_as_said()
    {
        Crm.AddFault(new EmulatorFault { Method = "GET", Path = "/api/v4/leads*", Skip = 1, Count = 2, Status = 502, RetryAfterSeconds = 3 });
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("contacts")).Status);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("leads")).Status);
        var reply = await GetAsync("leads/12001");
        Assert.Equal((HttpStatusCode.BadGateway, "application/problem+json", "3"), (reply.Status, reply.ContentType, reply.Headers["Retry-After"]));
        Assert.Equal(HttpStatusCode.BadGateway, (await GetAsync("leads")).Status);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("leads")).Status);
    }

    [Fact]
    public async Task A_reset_connection_executes_nothing_and_a_lost_answer_does()
    {
        Crm.AddFault(new EmulatorFault { Method = "POST", Kind = EmulatorFaultKind.ConnectionReset });
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => PostAsync("companies", """[{"name":"не создана"}]"""));
        Assert.Equal(0, Crm.Requests[^1].Status);
        Assert.Equal(3, (await GetAsync("companies")).Items("companies").Count);

        Crm.AddFault(new EmulatorFault { Method = "POST", Kind = EmulatorFaultKind.LostAnswer });
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => PostAsync("companies", """[{"name":"создана"}]"""));
        Assert.Equal(4, (await GetAsync("companies")).Items("companies").Count);
    }

    [Fact]
    public async Task Html_and_broken_json_on_demand()
    {
        Crm.AddFault(new EmulatorFault { Kind = EmulatorFaultKind.HtmlForbidden });
        Assert.Equal("text/html", (await GetAsync("leads")).ContentType);
        Crm.AddFault(new EmulatorFault { Kind = EmulatorFaultKind.MalformedJson });
        var broken = await GetAsync("leads");
        Assert.Equal("application/hal+json", broken.ContentType);
        Assert.ThrowsAny<JsonException>(() => broken.Json);
    }

    [Fact]
    public async Task Latency_delays_and_cleared_faults_are_gone()
    {
        Crm.AddFault(new EmulatorFault { Kind = EmulatorFaultKind.Latency, Latency = TimeSpan.FromMilliseconds(150) });
        var reply = await GetAsync("account");
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.True(Crm.Requests[^1].Milliseconds >= 100);
        Crm.AddFault(new EmulatorFault { Status = 500 });
        Crm.ClearFaults();
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("account")).Status);
    }

    [Fact]
    public async Task A_body_of_ones_own()
    {
        Crm.AddFault(new EmulatorFault { Status = 500, Body = "<html>oops</html>" });
        Assert.Equal(("text/html", "<html>oops</html>"), ((await GetAsync("account")) is var reply ? reply.ContentType : null, reply.Text));
    }
}
