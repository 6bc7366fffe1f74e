using AmoCrm.Sdk.Paging;
using AmoCrm.Sdk.Tests.TestSupport;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk.Tests.Transport;

/// <summary>What an enumeration adds, so that no item is seen twice or missed while others are written.</summary>
public sealed class OperationQueryTests
{
    [Theory]
    [InlineData("q", false, true, "query=q&order%5Bid%5D=asc")]
    [InlineData(null, false, true, "order%5Bid%5D=asc")]
    [InlineData("q", true, true, "query=q")]
    [InlineData(null, true, true, null)]
    [InlineData("q", false, false, "query=q")]
    [InlineData(null, false, false, null)]
    public void A_stable_order_is_asked_for_where_the_caller_chose_none(string? name, bool hasOrder, bool isEnumeration, string? expected)
    {
        Assert.Equal(expected, OperationQuery.WriteFilter(ItemOperations.List(), new ItemArguments(name, HasOrder: hasOrder), isEnumeration));
    }

    [Fact]
    public void So_it_is_for_a_list_that_has_no_parameters()
    {
        var rules = new PagingRules { MaximumLimit = 250, DefaultLimit = 2, StableOrder = "order[updated_at]=desc" };
        Assert.Equal("order%5Bupdated_at%5D=desc", OperationQuery.WriteFilter(Bare(rules), new ItemArguments(), addStableOrder: true));
        Assert.Null(OperationQuery.WriteFilter(Bare(rules), new ItemArguments(), addStableOrder: false));
        Assert.Null(OperationQuery.WriteFilter(Bare(paging: null), new ItemArguments(), addStableOrder: true));
    }

    [Fact]
    public async Task Defaults_that_have_to_be_asked_for_are_filled_in_before_the_request()
    {
        var test = new TestClient();
        test.Http.Answers(200, """{"id":7}""");
        await test.Api.SendAsync(Bare(paging: null), new ItemArguments(), default);
        Assert.Equal("GET /api/v4/items/12", test.LastSent.Line);
    }

    private static Operation<ItemArguments, Item?> Bare(PagingRules? paging) => new()
    {
        Handler = "amocrm_get_item",
        Method = HttpMethod.Get,
        PathTemplate = "/api/v4/items/{id}",
        Effect = HandlerEffect.Read,
        Retry = RetrySafety.Safe,
        Prepare = static (_, arguments, _) => ValueTask.FromResult(arguments with { Id = 12 }),
        Path = ItemOperations.Get.Path,
        Paging = paging,
        Read = ItemOperations.Get.Read,
    };
}
