using AmoCrm.Sdk.Dispatch;

namespace AmoCrm.Sdk.Tests.Dispatch;

public sealed class BracketKeyTests
{
    private static readonly HandlerParameter Filter = new("filter", "LeadFilter", IsRequired: false);

    [Theory]
    [InlineData("""{"filter[id][]": 5}""", """{"id":[5]}""")]
    [InlineData("""{"filter[id][]": [5, 6]}""", """{"id":[5,6]}""")]
    [InlineData("""{"filter[id]": 5}""", """{"id":5}""")]
    [InlineData("""{"id[]": 5, "name": "x"}""", """{"id":[5],"name":"x"}""")]
    [InlineData("""{"filter[updated_at][from]": 1, "filter[updated_at][to]": 2}""", """{"updated_at":{"from":1,"to":2}}""")]
    [InlineData("""{"filter[statuses][0][pipeline_id]": 1, "filter[statuses][0][status_id]": 142}""", """{"statuses":{"0":{"pipeline_id":1,"status_id":142}}}""")]
    [InlineData("""{"id": [1]}""", """{"id":[1]}""")]
    [InlineData("""{"filter[id": 1}""", """{"filter[id":1}""")]
    [InlineData("""{"[id]": 1}""", """{"[id]":1}""")]
    [InlineData("""{"a[b[c]]": 1}""", """{"a[b[c]]":1}""")]
    [InlineData("""{"a[b[c][d]": 1}""", """{"a[b[c][d]":1}""")]
    [InlineData("""{"a[b]c][d]": 1}""", """{"a[b]c][d]":1}""")]
    public void Keys_of_a_query_string_become_nested_members(string json, string expected) =>
        Assert.True(JsonElements.AreEqual(JsonText.Element(expected), BracketKey.Expand(JsonText.Element(json), Filter)));

    [Theory]
    [InlineData(32, true)]
    [InlineData(33, false)]
    [InlineData(100_000, false)]
    public void A_key_has_a_depth(int depth, bool isKey) =>
        Assert.Equal(isKey, BracketKey.TrySplit("filter" + string.Concat(Enumerable.Repeat("[a]", depth)), out _, out _));
}
