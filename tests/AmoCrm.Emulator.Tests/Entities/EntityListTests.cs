using System.Net;

namespace AmoCrm.Emulator.Tests.Entities;

public sealed class EntityListTests : EmulatorTest
{
    [Fact]
    public async Task The_last_page_carries_a_next_link_that_leads_to_204()
    {
        var page = await GetAsync("contacts?limit=5&page=1");
        Assert.Equal(5, page.Items("contacts").Count);
        var next = new Uri(page.Json["_links"]!["next"]!["href"]!.ToString()).PathAndQuery;
        Assert.Equal(HttpStatusCode.NoContent, (await GetAsync(next)).Status);
        Crm.Behaviour.NextLinkOnLastPage = false;
        Assert.Null((await GetAsync("contacts?limit=5&page=1")).Json["_links"]!["next"]);
    }

    [Fact]
    public async Task Later_pages_link_back()
    {
        var page = await GetAsync("contacts?limit=2&page=2");
        Assert.Equal([10003, 10004], page.Ids("contacts"));
        Assert.EndsWith("page=1&limit=2", page.Json["_links"]!["prev"]!["href"]!.ToString(), StringComparison.Ordinal);
        Assert.NotNull(page.Json["_links"]!["first"]);
    }

    [Fact]
    public async Task A_limit_above_the_maximum_falls_back_to_fifty()
    {
        for (var batch = 0; batch < 2; batch++)
        {
            await PostAsync("companies", $"[{string.Join(',', Enumerable.Range(0, 30).Select(number => $$"""{"name":"К{{number}}"}"""))}]");
        }

        Assert.Equal(50, (await GetAsync("companies?limit=400")).Items("companies").Count);
        Assert.Equal(63, (await GetAsync("companies?limit=250")).Items("companies").Count);
        Crm.Behaviour.OverLimitPageSize = OverLimitPageSize.Clamp;
        Assert.Equal(63, (await GetAsync("companies?limit=400")).Items("companies").Count);
        Crm.Behaviour.OverLimitPageSize = OverLimitPageSize.BadRequest;
        Assert.Equal(HttpStatusCode.BadRequest, (await GetAsync("companies?limit=400")).Status);
    }

    [Fact]
    public async Task A_page_may_hold_less_than_was_asked_for()
    {
        Crm.Behaviour.MaxPageItems = 2;
        Assert.Equal([10001, 10002], (await GetAsync("contacts?limit=250")).Ids("contacts"));
        Assert.Equal([10005], (await GetAsync("contacts?limit=250&page=3")).Ids("contacts"));
    }

    [Theory]
    [InlineData("contacts", "иванов", 10001)]
    [InlineData("contacts", "petr.ivanov@example.com", 10001)]
    [InlineData("contacts", "%2B7 900 000-00-01", 10001)]
    [InlineData("contacts", "9000000001", 10001)]
    [InlineData("contacts", "9000000003", 10003)]
    [InlineData("leads", "Цветочная", 12001)]
    [InlineData("companies", "romashka.example.com", 11001)]
    [InlineData("customers", "фурнитуры", 13001)]
    public async Task A_query_searches_every_filled_field(string type, string query, long id) =>
        Assert.Equal([id], (await GetAsync($"{type}?query={query}")).Ids(type));

    [Fact]
    public async Task Plus_seven_does_not_find_eight()
    {
        Assert.Equal(HttpStatusCode.NoContent, (await GetAsync("contacts?query=%2B79000000003")).Status);
    }

    [Theory]
    [InlineData("leads?filter[id][]=12001&filter[id][]=12003", "leads", new long[] { 12001, 12003 })]
    [InlineData("leads?filter%5Bid%5D%5B0%5D=12002", "leads", new long[] { 12002 })]
    [InlineData("leads?filter[name]=Шкаф-купе", "leads", new long[] { 12002 })]
    [InlineData("leads?filter[price][from]=90000&filter[price][to]=100000", "leads", new long[] { 12003 })]
    [InlineData("leads?filter[statuses][0][pipeline_id]=7001&filter[statuses][0][status_id]=142", "leads", new long[] { 12003 })]
    [InlineData("leads?filter[custom_fields_values][5022][]=5202", "leads", new long[] { 12002 })]
    [InlineData("leads?filter[custom_fields_values][5025][from]=1719800000", "leads", new long[] { 12001 })]
    [InlineData("leads?filter[custom_fields_values][5026]=1", "leads", new long[] { 12001 })]
    [InlineData("contacts?filter[responsible_user_id]=8001002", "contacts", new long[] { 10003 })]
    [InlineData("companies?filter[created_at][from]=1718611200", "companies", new long[] { 11003 })]
    [InlineData("customers?filter[next_price][from]=20000", "customers", new long[] { 13002 })]
    [InlineData("leads?order[id]=desc&limit=2", "leads", new long[] { 12005, 12004 })]
    public async Task Filters_and_orders_select(string path, string type, long[] ids) => Assert.Equal(ids, (await GetAsync(path)).Ids(type));

    [Fact]
    public async Task Filters_are_ignored_silently_where_the_account_has_them_off()
    {
        Crm.Behaviour.ApiFilterEnabled = false;
        Assert.Equal(5, (await GetAsync("leads?filter[id][]=12001")).Items("leads").Count);
        Assert.Empty(Crm.Requests[^1].UnknownQueryKeys);
        Assert.Equal(2, (await GetAsync("tasks?filter[is_completed]=0")).Items("tasks").Count);
    }

    [Fact]
    public async Task With_decides_what_is_embedded()
    {
        var plain = (await GetAsync("leads/12001")).Json;
        Assert.Equal(["tags", "companies"], plain["_embedded"]!.AsObject().Select(member => member.Key));
        Assert.False(plain.AsObject().ContainsKey("source_id"));
        var rich = (await GetAsync("leads/12001?with=contacts,catalog_elements,loss_reason,source,source_id,is_price_modified_by_robot")).Json;
        Assert.Equal(2, rich["_embedded"]!["contacts"]!.AsArray().Count);
        Assert.Equal(9001, rich["_embedded"]!["catalog_elements"]![0]!["metadata"]!["catalog_id"]!.GetValue<int>());
        Assert.Equal("API", rich["_embedded"]!["source"]!["name"]!.ToString());
        Assert.True(rich.AsObject().ContainsKey("source_id"));
    }

    [Fact]
    public async Task Unknown_query_keys_are_ignored_and_logged()
    {
        var reply = await GetAsync("leads?filter[colour]=1&with=contacts,friends&order[name]=asc&limit=1&sort=2");
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal(["filter[colour]", "order[name]", "sort", "with=friends"], Crm.Requests[^1].UnknownQueryKeys);
    }

    [Fact]
    public async Task A_missing_entity_is_204()
    {
        foreach (var type in new[] { "leads", "contacts", "companies", "customers" })
        {
            var reply = await GetAsync(type + "/1");
            Assert.Equal((HttpStatusCode.NoContent, string.Empty), (reply.Status, reply.Text));
        }
    }

    [Fact]
    public async Task Deleted_entities_never_appear_but_in_the_bin()
    {
        Assert.True(Crm.DeleteAsUser("leads", 12001));
        Assert.Equal(HttpStatusCode.NoContent, (await GetAsync("leads/12001")).Status);
        Assert.DoesNotContain(12001, (await GetAsync("leads")).Ids("leads"));
        var deleted = (await GetAsync("leads?with=only_deleted")).Items("leads").Single()!;
        Assert.True(deleted["is_deleted"]!.GetValue<bool>());
        Assert.Null(deleted["name"]);
    }

    [Fact]
    public async Task Customers_can_be_refused()
    {
        Crm.Behaviour.CustomersRefusal = 402;
        Assert.Equal(HttpStatusCode.PaymentRequired, (await GetAsync("customers?query=a")).Status);
        Crm.Behaviour.CustomersRefusal = 422;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await GetAsync("customers")).Status);
        Assert.Equal("disabled", (await GetAsync("account")).Json["customers_mode"]!.ToString());
    }
}
