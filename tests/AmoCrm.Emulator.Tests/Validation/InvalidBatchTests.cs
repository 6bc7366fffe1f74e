using System.Net;

namespace AmoCrm.Emulator.Tests.Validation;

public sealed class InvalidBatchTests : EmulatorTest
{
    public static TheoryData<string, string, string, string> Creates => new()
    {
        { "leads", "leads", """{"name":"Да","request_id":"r1"}""", """{"name":1,"request_id":"r2"}""" },
        { "contacts", "contacts", """{"name":"Да","request_id":"r1"}""", """{"responsible_user_id":1,"request_id":"r2"}""" },
        { "companies", "companies", """{"name":"Да","request_id":"r1"}""", """{"colour":1,"request_id":"r2"}""" },
        { "tasks", "tasks", """{"text":"Да","complete_till":1798750800,"request_id":"r1"}""", """{"text":"Нет","request_id":"r2"}""" },
        { "catalogs/9001/elements", "elements", """{"name":"Да","request_id":"r1"}""", """{"request_id":"r2"}""" },
    };

    [Theory]
    [MemberData(nameof(Creates))]
    public async Task The_rest_is_created_and_listed_beside_the_errors(string path, string plural, string good, string bad)
    {
        Crm.Behaviour.InvalidBatchItem = InvalidBatchItem.CreatesTheRest;

        var reply = await PostAsync(path, $"[{good},{bad},{good}]");

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (reply.Status, reply.ContentType));
        Assert.Equal("1", Assert.Single(reply.Json["validation-errors"]!.AsArray())!["request_id"]!.ToString());
        Assert.Equal(2, reply.Ids(plural).Distinct().Count());
        Assert.All(reply.Items(plural), item => Assert.Equal("r1", item!["request_id"]!.ToString()));
        Assert.Equal(2, Crm.Counts.Created[plural]);
        foreach (var id in reply.Ids(plural))
        {
            Assert.Equal(HttpStatusCode.OK, (await GetAsync($"{path}/{id}")).Status);
        }
    }

    [Theory]
    [MemberData(nameof(Creates))]
    public async Task The_rest_is_created_and_nothing_says_so(string path, string plural, string good, string bad)
    {
        Crm.Behaviour.InvalidBatchItem = InvalidBatchItem.Unnamed;

        var reply = await PostAsync(path, $"[{bad},{good},{bad}]");

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal(["title", "type", "status", "detail"], reply.Json.AsObject().Select(member => member.Key));
        Assert.Equal(1, Crm.Counts.Created[plural]);
    }

    [Theory]
    [MemberData(nameof(Creates))]
    public async Task Nothing_is_created_by_default(string path, string plural, string good, string bad)
    {
        var reply = await PostAsync(path, $"[{good},{bad}]");

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal("1", Assert.Single(reply.Json["validation-errors"]!.AsArray())!["request_id"]!.ToString());
        Assert.Null(reply.Json["_embedded"]);
        Assert.False(Crm.Counts.Created.ContainsKey(plural));
    }

    [Theory]
    [InlineData(InvalidBatchItem.CreatesTheRest)]
    [InlineData(InvalidBatchItem.Unnamed)]
    public async Task One_item_is_refused_with_its_errors_and_good_items_are_a_plain_success(InvalidBatchItem choice)
    {
        Crm.Behaviour.InvalidBatchItem = choice;

        var reply = await PostAsync("leads", """[{"name":1}]""");
        Assert.Equal(["InvalidType name"], reply.Errors());
        Assert.Null(reply.Json["_embedded"]);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync("leads", """[{"name":"a"},{"name":"b"}]""")).Status);
    }

    [Fact]
    public async Task The_rest_may_be_nothing()
    {
        Crm.Behaviour.InvalidBatchItem = InvalidBatchItem.CreatesTheRest;

        var reply = await PostAsync("leads", """[{"name":1},{"name":2}]""");

        Assert.Equal((2, 0), (reply.Json["validation-errors"]!.AsArray().Count, reply.Items("leads").Count));
    }

    [Theory]
    [InlineData(ValidationRequestId.Index, "0 1 2 3")]
    [InlineData(ValidationRequestId.Own, "mine 1 17 3")]
    public async Task Errors_tell_the_index_or_the_items_own_request_id(ValidationRequestId choice, string expected)
    {
        Crm.Behaviour.ValidationRequestId = choice;

        var reply = await PostAsync("contacts", """[{"name":1,"request_id":"mine"},{"name":1},{"name":1,"request_id":17},{"request_id":["odd"]}]""");

        Assert.Equal(expected, string.Join(' ', reply.Json["validation-errors"]!.AsArray().Select(item => item!["request_id"]!.ToString())));
        var one = await PatchAsync("contacts/10001", """{"name":1,"request_id":"mine"}""");
        Assert.Equal(choice == ValidationRequestId.Own ? "mine" : "0", one.Json["validation-errors"]![0]!["request_id"]!.ToString());
    }

    [Fact]
    public async Task Both_are_switches_from_outside()
    {
        await PatchAsync("/_emulator/behaviour", """{"invalid_batch_item":"creates_the_rest","validation_request_id":"own"}""");
        Assert.Equal((InvalidBatchItem.CreatesTheRest, ValidationRequestId.Own), (Crm.Behaviour.InvalidBatchItem, Crm.Behaviour.ValidationRequestId));
    }
}
