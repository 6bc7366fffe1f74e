using System.Net;

namespace AmoCrm.Emulator.Tests.Tags;

public sealed class TagTests : EmulatorTest
{
    [Fact]
    public async Task A_known_name_keeps_its_id()
    {
        var reply = await PostAsync("leads/tags", """[{"name":"важный"},{"name":"свежий","color":"DDEBB5","request_id":"my"}]""");
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal(2, reply.Json["_total_items"]!.GetValue<int>());
        Assert.Equal([17001, 17005], reply.Ids("tags"));
        Assert.Equal("my", reply.Items("tags")[1]!["request_id"]!.ToString());
        Assert.Equal("DDEBB5", reply.Items("tags")[1]!["color"]!.ToString());
    }

    [Fact]
    public async Task Dictionaries_are_separate_and_only_leads_have_colours()
    {
        Assert.Equal([17005], (await PostAsync("contacts/tags", """[{"name":"важный"}]""")).Ids("tags"));
        Assert.Equal(["NotSupportedChoice color"], (await PostAsync("contacts/tags", """[{"name":"a","color":"DDEBB5"}]""")).Errors());
        Assert.Equal(["NotSupportedChoice color"], (await PostAsync("leads/tags", """[{"name":"a","color":"123456"}]""")).Errors());
    }

    [Theory]
    [InlineData("filter[name]=юрлицо", new long[] { 17002 })]
    [InlineData("filter[id][]=17001", new long[] { 17001 })]
    [InlineData("query=ваЖ", new long[] { 17001 })]
    [InlineData("limit=1&page=2", new long[] { 17002 })]
    public async Task Filters_select(string query, long[] ids) => Assert.Equal(ids, (await GetAsync("leads/tags?" + query)).Ids("tags"));

    [Fact]
    public async Task No_tags_are_204() => Assert.Equal(HttpStatusCode.NoContent, (await GetAsync("customers/tags")).Status);
}
