using AmoCrm.Sdk.Tests.TestSupport;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk.Tests.Transport;

/// <summary>What a client that acts as a user, or in another lane, adds to requests.</summary>
public sealed class ClientViewTests
{
    private readonly HeldTransport _transport = new() { AnswersAtOnce = static held => Answer(held) };

    [Theory]
    [InlineData(null, null, null)]
    [InlineData(null, 8L, 8L)]
    [InlineData(5L, null, 5L)]
    [InlineData(5L, 8L, 5L)]
    public async Task The_user_whom_a_request_names_goes_before_that_of_the_client(long? own, long? clients, long? expected)
    {
        IAmoCrmClient client = _transport.Client().Client;
        client = clients is { } user ? client.AsUser(user) : client;
        foreach (var view in (IAmoCrmClient[])[client, client.AsBulk()])
        {
            await view.SendAsync(new AmoCrmRequest(HttpMethod.Get, "/api/v4/account") { ContextUserId = own });
            Assert.Equal(expected, _transport.Asked[^1].Request.ContextUserId);
        }
    }

    [Theory]
    [InlineData(AmoCrmPriority.Interactive, false, AmoCrmPriority.Interactive)]
    [InlineData(AmoCrmPriority.Interactive, true, AmoCrmPriority.Bulk)]
    [InlineData(AmoCrmPriority.Bulk, false, AmoCrmPriority.Bulk)]
    [InlineData(AmoCrmPriority.Bulk, true, AmoCrmPriority.Bulk)]
    public async Task Mass_work_is_what_the_request_or_the_client_calls_so(AmoCrmPriority own, bool isBulk, AmoCrmPriority expected)
    {
        var client = _transport.Client().Client;
        foreach (var view in (IAmoCrmClient[])[client, client.AsUser(8)])
        {
            await (isBulk ? view.AsBulk() : view).SendAsync(new AmoCrmRequest(HttpMethod.Get, "/api/v4/account") { Priority = own });
            Assert.Equal(expected, _transport.Asked[^1].Request.Priority);
        }
    }

    [Fact]
    public async Task All_else_of_a_request_stays_as_it_is()
    {
        var request = new AmoCrmRequest(HttpMethod.Put, "/api/v4/leads/7")
        {
            Query = "a=1",
            Body = "{}"u8.ToArray(),
            Retry = RetrySafety.Unsafe,
            Handler = "mine",
            PathTemplate = "/api/v4/{entity_type}/{id}",
            ItemIds = ["7"],
        };
        var client = _transport.Client().Client;
        await client.AsUser(8).SendAsync(request);
        var sent = _transport.Asked[^1].Request;
        Assert.Equal(
            (HttpMethod.Put, "/api/v4/leads/7", "a=1", RetrySafety.Unsafe, "mine", "/api/v4/{entity_type}/{id}"),
            (sent.Method, sent.Path, sent.Query, sent.Retry, sent.Handler, sent.PathTemplate));
        Assert.Equal("{}", _transport.Asked[^1].Body);
        Assert.Equal(["7"], sent.ItemIds);

        await client.SendAsync(request);
        Assert.Same(request, _transport.Asked[^1].Request);
        await client.AsBulk().SendAsync(sent);
        Assert.Equal(8, _transport.Asked[^1].Request.ContextUserId);
    }

    [Theory]
    [InlineData(AmoCrmPriority.Interactive)]
    [InlineData(AmoCrmPriority.Bulk)]
    public async Task Bulk_writes_queue_behind_others_and_keep_their_user(AmoCrmPriority clients)
    {
        var test = _transport.Client();
        await new AmoCrmApi(test.Client, test.Api, 8, clients).BulkAsync(ItemOperations.Create, [new ItemArguments("x")], null, default).UntilItEndsAsync();
        var sent = Assert.Single(_transport.Asked).Request;
        Assert.Equal((AmoCrmPriority.Bulk, 8L), (sent.Priority, sent.ContextUserId));
    }

    [Fact]
    public void For_mass_work_there_is_one_API_that_all_of_it_shares()
    {
        var api = _transport.Client().Api;
        Assert.Equal(AmoCrmPriority.Bulk, api.Bulk.Priority);
        Assert.Same(api.Bulk, api.Bulk);
        Assert.Same(api.Bulk, api.Bulk.Bulk);
    }

    private static bool Answer(HeldRequest held)
    {
        held.Answer(200, """{"_embedded":{"items":[{"id":1,"request_id":"0"}]}}""");
        return true;
    }
}
