using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace AmoCrm.Emulator.Tests.Counting;

public sealed class CountTests : EmulatorTest
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    protected override AmoCrmEmulatorOptions Options() => new()
    {
        EnforceLimits = true,
        RequestsPerSecond = 12,
        BanAfterViolations = 2,
        TimeProvider = _time,
        RecordRequests = false,
        Accounts = { new EmulatorAccountOptions { Host = "demo.amocrm.ru" }, new EmulatorAccountOptions { Host = "other.kommo.com" } },
    };

    [Fact]
    public async Task Requests_are_counted_by_status_and_by_route_and_not_kept()
    {
        await GetAsync("contacts/10001");
        await GetAsync("contacts/10002");
        await GetAsync("contacts/10001/notes?limit=1");
        await GetAsync("nowhere");
        await PatchAsync("account", "{}");
        await GetAsync("/_emulator");
        await RefreshAsync(Crm.RefreshToken);

        var counts = Crm.Counts;
        Assert.Equal((6, 4, 1, 1), (counts.Requests, counts.ByStatus[200], counts.ByStatus[404], counts.ByStatus[405]));
        Assert.Equal(
            ["GET /api/v4/contacts/{entity}/notes 1", "GET /api/v4/contacts/{id} 2", "POST /oauth2/access_token 1", "unknown 2"],
            counts.ByRoute.Select(route => $"{route.Key} {route.Value}").Order(StringComparer.Ordinal));
        Assert.Empty(Crm.Requests);
        Assert.Single(Crm.TokenCalls);
    }

    [Fact]
    public async Task Faults_are_counted_by_kind_and_their_429_is_no_refusal()
    {
        Crm.AddFault(new EmulatorFault { Status = 429 });
        Crm.AddFault(new EmulatorFault { Kind = EmulatorFaultKind.LostAnswer });
        await GetAsync("account");
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => PostAsync("companies", """[{"name":"Создана"}]"""));

        var counts = Crm.Counts;
        Assert.Equal((1, 1), (counts.Faults[EmulatorFaultKind.Status], counts.Faults[EmulatorFaultKind.LostAnswer]));
        Assert.Equal((1, 1, 0), (counts.ByStatus[429], counts.ByStatus[0], counts.Refused));
        Assert.Equal((1, 1), (counts.ByRoute["GET /api/v4/account"], counts.Created["companies"]));
    }

    [Fact]
    public async Task Refusals_and_bans_are_counted()
    {
        for (var request = 0; request < 16; request++)
        {
            await GetAsync("account");
        }

        var counts = Crm.Counts;
        Assert.Equal((2, 1), (counts.Refused, counts.Bans));
        Assert.Equal((12, 2, 2), (counts.ByStatus[200], counts.ByStatus[429], counts.ByStatus[403]));
        Assert.Equal(16, counts.MostInOneSecond);
    }

    [Fact]
    public async Task The_most_in_one_second_slides_over_the_edges_of_seconds_and_falls_never()
    {
        await SpendAsync(3);
        _time.Advance(TimeSpan.FromMilliseconds(700));
        await SpendAsync(4);
        _time.Advance(TimeSpan.FromMilliseconds(299));
        await SpendAsync(1);
        Assert.Equal(8, Crm.Counts.MostInOneSecond);

        _time.Advance(TimeSpan.FromMilliseconds(1));
        await SpendAsync(2);
        Assert.Equal(8, Crm.Counts.MostInOneSecond);
        await SpendAsync(2);
        Assert.Equal(9, Crm.Counts.MostInOneSecond);
        _time.Advance(TimeSpan.FromHours(1));
        await SpendAsync(1);
        Assert.Equal(9, Crm.Counts.MostInOneSecond);
    }

    [Fact]
    public async Task Each_account_has_its_own_second()
    {
        using var other = Crm.CreateClient(host: "other.kommo.com");
        using var stranger = Stranger(Crm.Host);
        await SpendAsync(3);
        await SendAsync(HttpMethod.Get, "account", client: other);
        await SendAsync(HttpMethod.Get, "account", client: other);
        await SendAsync(HttpMethod.Get, "account", client: stranger);

        Assert.Equal((4, 4), (Crm.Counts.MostInOneSecond, Crm.Counts.AccountMostInOneSecond));
    }

    [Fact]
    public async Task Created_objects_are_counted_and_those_of_the_seed_are_not()
    {
        Crm.AddEntities("leads", 3, number => $"Сделка {number}");
        await PostAsync("leads", """[{"name":"a"},{"name":"b"}]""");
        await PostAsync("leads", """[{"name":1}]""");
        await PostAsync("tasks", """[{"text":"a","complete_till":1798750800}]""");
        await PostAsync("catalogs/9001/elements", """[{"name":"a"}]""");
        await PostAsync("leads/12001/notes", """[{"note_type":"common","params":{"text":"a"}}]""");

        Assert.Equal(["elements 1", "leads 2", "notes 1", "tasks 1"], Crm.Counts.Created.Select(pair => $"{pair.Key} {pair.Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Counts_are_read_and_reset_from_outside()
    {
        Crm.AddFault(new EmulatorFault { Kind = EmulatorFaultKind.HtmlForbidden });
        await SpendAsync(1, HttpStatusCode.Forbidden);
        await PostAsync("companies", """[{"name":"a"}]""");

        Assert.Equal(
            """{"requests":2,"by_status":{"403":1,"200":1},"by_route":{"GET /api/v4/account":1,"POST /api/v4/companies":1},"faults":{"html_forbidden":1},"refused":0,"bans":0,"most_in_one_second":2,"account_most_in_one_second":2,"created":{"companies":1}}""",
            (await GetAsync("/_emulator/counts")).Text);
        Assert.Equal(HttpStatusCode.NoContent, (await DeleteAsync("/_emulator/counts")).Status);
        Assert.Equal(
            """{"requests":0,"by_status":{},"by_route":{},"faults":{},"refused":0,"bans":0,"most_in_one_second":0,"account_most_in_one_second":0,"created":{}}""",
            (await GetAsync("/_emulator/counts")).Text);
    }

    [Fact]
    public async Task A_snapshot_stays_as_it_was_and_a_reset_starts_from_nothing()
    {
        await SpendAsync(1);
        var before = Crm.Counts;
        await SpendAsync(1);
        Assert.Equal((1, 1), (before.Requests, before.ByRoute["GET /api/v4/account"]));

        Crm.ResetCounts();
        await SpendAsync(1);
        Assert.Equal((1, 1), (Crm.Counts.Requests, Crm.Counts.MostInOneSecond));
    }

    private async Task SpendAsync(int count, HttpStatusCode expected = HttpStatusCode.OK)
    {
        for (var request = 0; request < count; request++)
        {
            Assert.Equal(expected, (await GetAsync("account")).Status);
        }
    }
}
