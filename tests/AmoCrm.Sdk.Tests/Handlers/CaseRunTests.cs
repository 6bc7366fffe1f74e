using Xunit.Sdk;

namespace AmoCrm.Sdk.Tests.Handlers;

/// <summary>The script that the cases are judged by sees what it has to see.</summary>
public sealed class CaseRunTests
{
    private const string Answer = """{"_embedded":{"tags":[{"id":62,"name":"срочно","color":null,"request_id":"0"}]}}""";

    [Theory]
    [InlineData("POST /api/v4/leads/tags", """[{"name":"срочно"}]""", true)]
    [InlineData("POST /api/v4/leads/tags", """[{"name":"опт"}]""", false)]
    [InlineData("POST /api/v4/leads/tags", """[{"name":"срочно","color":null}]""", false)]
    [InlineData("POST /api/v4/leads/tags", null, false)]
    [InlineData("POST /api/v4/companies/tags", """[{"name":"срочно"}]""", false)]
    [InlineData("POST /api/v4/leads/tags?page=1", """[{"name":"срочно"}]""", false)]
    [InlineData("PATCH /api/v4/leads/tags", """[{"name":"срочно"}]""", false)]
    public async Task OnlyTheVeryRequestPasses(string request, string? body, bool passes)
    {
        await using var run = new CaseRun(new Exchange(request) { Body = body, Answer = Answer });
        await run.Client.Tags.CreateAsync(EntityType.Leads, new() { Name = "срочно" }, TestContext.Current.CancellationToken);
        Assert.Equal(passes, Record.Exception(run.AssertSent) is null);
    }

    [Fact]
    public async Task ARequestThatIsMissingIsSeen()
    {
        await using var run = new CaseRun(new Exchange("GET /api/v4/account") { Answer = "account.json" }, new Exchange("GET /api/v4/account") { Answer = "account.json" });
        await run.Client.Account.GetAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.ThrowsAny<XunitException>(run.AssertSent);
    }

    [Fact]
    public async Task ARequestTooManyIsSeen()
    {
        await using var run = new CaseRun();
        await Assert.ThrowsAnyAsync<XunitException>(() => run.Client.Account.GetAsync(cancellationToken: TestContext.Current.CancellationToken));
        Assert.ThrowsAny<XunitException>(run.AssertSent);
    }

    [Theory]
    [InlineData("""{"id":1,"_links":{"self":{"href":"x"}},"_embedded":{"tags":[{"id":2}]}}""", 3)]
    [InlineData("""{"_page":1,"_embedded":{"tags":[{"id":2},{"id":3,"_embedded":{"a":[]}}]}}""", 3)]
    public void TheObjectsOfAnAnswerAreCounted(string json, int objects) => Assert.Equal(objects, UnknownMembers.CountIn(json));
}
