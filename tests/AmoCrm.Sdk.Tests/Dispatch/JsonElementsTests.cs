using System.Text.Json;
using AmoCrm.Sdk.Dispatch;

namespace AmoCrm.Sdk.Tests.Dispatch;

public sealed class JsonElementsTests
{
    [Theory]
    [InlineData("{\n \"a\" 5}", "line 2, position 6")]
    [InlineData("x", "line 1, position 1")]
    public void Where_a_text_stops_being_JSON_is_told_and_the_text_is_not(string text, string problem)
    {
        Assert.False(JsonElements.TryParse(text, out _, out var told));

        Assert.Equal(problem, told);
    }

    [Fact]
    public void No_node_is_null() => Assert.Equal(JsonValueKind.Null, JsonElements.FromNode(null).ValueKind);

    [Fact]
    public void An_element_may_be_deeper_than_the_default_of_the_platform()
    {
        var deep = new string('[', 999) + new string(']', 999);

        Assert.Equal(deep, JsonElements.Parse(System.Text.Encoding.UTF8.GetBytes(deep)).GetRawText());
    }
}
