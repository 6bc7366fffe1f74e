using AmoCrm.Sdk.Paging;
using AmoCrm.Sdk.Tests.TestSupport;
using CsCheck;

namespace AmoCrm.Sdk.Tests.Paging;

/// <summary>An enumeration that goes on where an earlier one stopped.</summary>
public sealed class ContinuationTests
{
    [Fact]
    public async Task Going_on_gives_exactly_the_rest_wherever_it_was_cut() =>
        await Gen.Select(Gen.Int[0, 40], Gen.Int[1, 7], Gen.Int[0, 45], Gen.Bool, Gen.Bool).SampleAsync(
            async (count, limit, cut, isRequestOmitted, isShortPageTheEnd) =>
            {
                var server = new ListServer(count);
                var operation = ItemOperations.List(new PagingRules { MaximumLimit = 250, DefaultLimit = 5, ShortPageEnds = isShortPageTheEnd, StableOrder = "order[id]=asc" });
                var api = server.Client().Api;
                var request = new ItemArguments("имя & co", Limit: limit);
                var ids = new List<long>();
                string? continuation = null;
                await foreach (var page in api.EnumeratePagesAsync(operation, request, static item => item.Id, default, default))
                {
                    ids.AddRange(page.Items.Select(static item => item.Id));
                    continuation = page.Continuation;
                    Assert.Equal(page.HasMore, continuation is not null);
                    if (ids.Count >= cut)
                    {
                        break;
                    }
                }

                var before = ids.Count;
                if (continuation is not null)
                {
                    Assert.DoesNotContain('\n', continuation);
                    var start = new PageStart(continuation, isRequestOmitted);
                    await foreach (var page in api.EnumeratePagesAsync(operation, isRequestOmitted ? new ItemArguments() : request, static item => item.Id, start, default))
                    {
                        Assert.Equal((before / limit) + 1 + ((ids.Count - before) / limit), page.Number);
                        Assert.Equal(limit, page.Limit);
                        ids.AddRange(page.Items.Select(static item => item.Id));
                    }
                }

                Assert.Equal(Enumerable.Range(1, count).Select(static id => (long)id), ids);
                Assert.All(server.Asked, asked => Assert.StartsWith("/api/v4/items?query=имя & co&order[id]=asc&page=", asked, StringComparison.Ordinal));
            },
            iter: 100);

    [Fact]
    public async Task It_is_one_line_of_text_and_there_is_none_behind_the_last_page()
    {
        var pages = await PagesAsync(new ListServer(3), new ItemArguments("a\nb", Limit: 2));
        Assert.Equal(
            """{"handler":"amocrm_list_items","path":"/api/v4/items","filter":"query=a%0Ab&order%5Bid%5D=asc","page":2,"limit":2}""",
            pages[0].Continuation);
        Assert.False(pages[1].HasMore);
        Assert.Null(pages[1].Continuation);
    }

    [Fact]
    public async Task Order_and_page_size_of_before_hold_whatever_the_request_says_of_them()
    {
        var server = new ListServer(5);
        var continuation = (await PagesAsync(server, new ItemArguments(HasOrder: true, Limit: 2)))[0].Continuation;
        var further = new ListServer(5);
        var rest = await PagesAsync(further, new ItemArguments(), new PageStart(continuation, isRequestOmitted: true));
        Assert.Equal([3, 4, 5], rest.SelectMany(static page => page.Items).Select(static item => item.Id));
        Assert.Equal("/api/v4/items?page=2&limit=2", further.Asked[0]);
    }

    [Fact]
    public async Task With_another_request_it_is_refused_and_nothing_is_sent()
    {
        var continuation = (await PagesAsync(new ListServer(5), new ItemArguments("a", Limit: 2)))[0].Continuation;
        var server = new ListServer(5);
        var refused = await Assert.ThrowsAsync<AmoCrmArgumentException>(() => PagesAsync(server, new ItemArguments("b", Limit: 2), new PageStart(continuation, isRequestOmitted: false)));
        Assert.Equal("continuation", refused.ParamName);
        Assert.Empty(server.Asked);
    }

    [Fact]
    public async Task That_of_another_list_is_refused_and_named()
    {
        var server = new ListServer(5, "elements");
        var client = server.Client().Client;
        var token = TestContext.Current.CancellationToken;
        var page = await client.Catalogs.EnumerateElementsPagesAsync(5100, new() { Limit = 2 }, cancellationToken: token).FirstAsync(token);
        Assert.Contains("/api/v4/catalogs/5100/elements", page.Continuation, StringComparison.Ordinal);
        var sent = server.Asked.Count;
        var refused = Assert.Throws<AmoCrmArgumentException>(() => client.Catalogs.EnumerateElementsPagesAsync(5200, continuation: page.Continuation, cancellationToken: token));
        Assert.Contains("catalogs/5100", refused.Message, StringComparison.Ordinal);
        Assert.Throws<AmoCrmArgumentException>(() => client.Leads.EnumeratePagesAsync(continuation: page.Continuation, cancellationToken: token));
        Assert.Equal(sent, server.Asked.Count);
    }

    [Fact]
    public async Task Elements_of_a_catalog_go_on_without_a_request()
    {
        var server = new ListServer(5, "elements");
        var client = server.Client().Client;
        var token = TestContext.Current.CancellationToken;
        var first = await client.Catalogs.EnumerateElementsPagesAsync(5100, new() { Query = "стул", Limit = 2 }, cancellationToken: token).FirstAsync(token);
        var rest = await client.Catalogs.EnumerateElementsPagesAsync(5100, continuation: first.Continuation, cancellationToken: token).ToListAsync(token);
        Assert.Equal([3, 4, 5], rest.SelectMany(static page => page.Items).Select(static element => element.Id));
        Assert.All(server.Asked, static asked => Assert.StartsWith("/api/v4/catalogs/5100/elements?query=стул&page=", asked, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_filter_that_has_to_be_paid_for_is_demanded_again(bool isRequestOmitted)
    {
        var continuation = (await PagesAsync(new ListServer(5), new ItemArguments("a", Limit: 2, Filters: true)))[0].Continuation;
        var server = new ListServer(5) { HasApiFilter = false };
        var request = isRequestOmitted ? new ItemArguments() : new ItemArguments("a", Filters: true);
        await Assert.ThrowsAsync<AmoCrmNotSupportedException>(() => PagesAsync(server, request, new PageStart(continuation, isRequestOmitted)));
        Assert.DoesNotContain(server.Asked, static asked => asked.StartsWith("/api/v4/items", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("12")]
    [InlineData("https://mycompany.amocrm.ru/api/v4/items?page=2")]
    [InlineData("""{"handler":"amocrm_list_items","path":"/api/v4/items","limit":2}""")]
    [InlineData("""{"handler":null,"path":"/api/v4/items","page":2,"limit":2}""")]
    [InlineData("""{"handler":"amocrm_list_items","path":null,"page":2,"limit":2}""")]
    [InlineData("""{"handler":"amocrm_list_items","path":"/api/v4/items","page":"2","limit":2}""")]
    [InlineData("""{"handler":"amocrm_list_items","path":"/api/v4/items","page":1e99,"limit":2}""")]
    [InlineData("""{"handler":"amocrm_list_items","path":"/api/v4/items","page":2.5,"limit":2}""")]
    [InlineData("""{"handler":"amocrm_list_items","path":"/api/v4/items","filter":7,"page":2,"limit":2}""")]
    [InlineData("""{"handler":"amocrm_list_items","path":"/api/v4/items","filtered":"yes","page":2,"limit":2}""")]
    [InlineData("""{"handler":"\ud800","path":"/api/v4/items","page":2,"limit":2}""")]
    public void What_is_none_is_refused_where_the_call_is(string text) => Assert.Equal("continuation", Refused(text).ParamName);

    [Fact]
    public void Half_a_character_is_none_either() => Assert.Equal("continuation", Refused("\ud800").ParamName);

    [Theory]
    [InlineData(0, 2, "page")]
    [InlineData(-1, 2, "page")]
    [InlineData(2, 0, "limit")]
    [InlineData(2, 251, "limit")]
    public void A_page_or_a_size_that_cannot_be_is_named(int page, int limit, string parameter) =>
        Assert.Equal(parameter, Refused($$"""{"handler":"amocrm_list_items","path":"/api/v4/items","page":{{page}},"limit":{{limit}}}""").ParamName);

    [Fact]
    public void Whatever_text_it_is_it_is_read_or_refused()
    {
        var sound = new PageContinuation("amocrm_list_items", "/api/v4/items", "query=a", isFiltered: true, 2, 50).ToString();
        Gen.Select(Gen.Int[0, sound.Length], Gen.Int[0, 5], Gen.String[0, 4]).Sample((at, removed, inserted) =>
        {
            var text = sound[..at] + inserted + sound[Math.Min(at + removed, sound.Length)..];
            try
            {
                _ = new ListServer(5).Client().Api.EnumeratePagesAsync(ItemOperations.List(), new ItemArguments(), static item => item.Id, new PageStart(text, true), default);
            }
            catch (AmoCrmArgumentException)
            {
                // Refused.
            }
        }, iter: 500);
    }

    private static AmoCrmArgumentException Refused(string continuation)
    {
        var server = new ListServer(5);
        var refused = Assert.Throws<AmoCrmArgumentException>(
            () => server.Client().Api.EnumeratePagesAsync(ItemOperations.List(), new ItemArguments(), static item => item.Id, new PageStart(continuation, true), default));
        Assert.Empty(server.Asked);
        return refused;
    }

    private static async Task<List<Page<Item>>> PagesAsync(ListServer server, ItemArguments arguments, PageStart start = default)
    {
        var (pages, failure) = await server.Client().Api.EnumeratePagesAsync(ItemOperations.List(), arguments, static item => item.Id, start, default).UntilItEndsAsync();
        return failure is null ? pages : throw failure;
    }
}
