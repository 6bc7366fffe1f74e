using System.Net;

namespace AmoCrm.Emulator.Tests.Http;

public sealed class RoutingTests : EmulatorTest
{
    protected override AmoCrmEmulatorOptions Options() => new()
    {
        Accounts =
        {
            new EmulatorAccountOptions { Host = "demo.amocrm.ru" },
            new EmulatorAccountOptions { Host = "second.kommo.com", Name = "Second", Seed = false },
        },
    };

    [Fact]
    public async Task Accounts_are_told_apart_by_the_host_header()
    {
        using var second = Crm.CreateClient(host: "second.kommo.com");
        Assert.Equal("Second", (await SendAsync(HttpMethod.Get, "account", client: second)).Json["name"]!.ToString());
        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(HttpMethod.Get, "leads", client: second)).Status);
        Assert.Equal(5, (await GetAsync("leads")).Items("leads").Count);
        Assert.Equal("second.kommo.com", Crm.Requests[^2].Host);
    }

    [Fact]
    public async Task A_token_of_one_account_does_not_open_another()
    {
        using var wrong = Crm.CreateClient(Crm.AccessToken, "second.kommo.com");
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(HttpMethod.Get, "account", client: wrong)).Status);
    }

    [Fact]
    public async Task An_unknown_host_is_401_with_code_101()
    {
        Client.DefaultRequestHeaders.Host = "nobody.amocrm.ru";
        var reply = await GetAsync("account");
        Assert.Equal(HttpStatusCode.Unauthorized, reply.Status);
        Assert.Contains("101", reply.Json["detail"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_loopback_host_is_the_first_account()
    {
        Client.DefaultRequestHeaders.Host = null;
        Assert.Equal("demo", (await GetAsync("account")).Json["subdomain"]!.ToString());
    }

    [Fact]
    public async Task Unknown_routes_are_404_and_unknown_methods_405()
    {
        var reply = await GetAsync("nothing");
        Assert.Equal(HttpStatusCode.NotFound, reply.Status);
        Assert.Equal("""{"title":"Not Found","type":"https://httpstatus.es/404","status":404,"detail":"Cannot GET /api/v4/nothing"}""", reply.Text);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await GetAsync("calls")).Status);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await PostAsync("events", "[]")).Status);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await PatchAsync("webhooks", "[]")).Status);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await PatchAsync("leads/pipelines", "[]")).Status);
    }

    [Theory]
    [InlineData("companies/11001")]
    [InlineData("tasks/14001")]
    public async Task A_delete_that_the_documentation_does_not_have_is_a_switch(string path)
    {
        var missing = await DeleteAsync(path);
        Assert.Equal((HttpStatusCode.NotFound, "Cannot DELETE /api/v4/" + path), (missing.Status, missing.Json["detail"]!.ToString()));
        Crm.Behaviour.DeleteRoute = DeleteRoute.MethodNotAllowed;
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await DeleteAsync(path)).Status);
        Crm.Behaviour.DeleteRoute = DeleteRoute.Exists;
        Assert.Equal(HttpStatusCode.NoContent, (await DeleteAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await DeleteAsync(path)).Status);
        Assert.Single(await EventsAsync(path.StartsWith('t') ? "task_deleted" : "company_deleted"));
    }

    [Fact]
    public async Task Every_answer_has_a_request_id_and_is_in_the_log()
    {
        var reply = await PostAsync("tasks?x=1", """[{"text":"a","complete_till":1}]""");
        var request = Crm.Requests.Single();
        Assert.Equal(reply.Headers["X-Request-Id"], request.RequestId);
        Assert.Equal(("POST", "/api/v4/tasks", "x=1", "demo.amocrm.ru", 200), (request.Method, request.Path, request.Query, request.Host, request.Status));
        Assert.Equal("""[{"text":"a","complete_till":1}]""", request.Body);
        Assert.Equal(["x"], request.UnknownQueryKeys);
        Crm.ClearRequests();
        Assert.Empty(Crm.Requests);
    }

    [Fact]
    public void The_emulator_uses_nothing_of_the_sdk()
    {
        var references = typeof(AmoCrmEmulator).Assembly.GetReferencedAssemblies().Select(reference => reference.Name!);
        Assert.DoesNotContain(references, name => name.StartsWith("AmoCrm", StringComparison.Ordinal));
    }
}
