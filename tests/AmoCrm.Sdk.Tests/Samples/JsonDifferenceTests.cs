using System.Text.Json.Nodes;

namespace AmoCrm.Sdk.Tests.Samples;

/// <summary>The comparison that the samples are judged by sees what it has to see.</summary>
public sealed class JsonDifferenceTests
{
    [Theory]
    [InlineData("""{"id":1,"name":"a"}""", """{"id":1}""", "$.name: \"a\" became nothing")]
    [InlineData("""{"id":1}""", """{"id":"1"}""", "$.id: 1 became \"1\"")]
    [InlineData("""{"a":[{"b":1},{"b":2}]}""", """{"a":[{"b":1}]}""", """$.a: a list of 2 became [{"b":1}]""")]
    [InlineData("""{"a":{"b":{"c":false}}}""", """{"a":{"b":{"c":true}}}""", "$.a.b.c: false became true")]
    [InlineData("""{"a":{}}""", """{"a":[]}""", "$.a: an object became []")]
    public void WhatIsLostIsSaid(string expected, string actual, string line) =>
        Assert.Equal([line], JsonDifference.Lost(JsonNode.Parse(expected), JsonNode.Parse(actual)));

    [Theory]
    [InlineData("""{"id":1,"name":null,"_links":{"self":{}}}""", """{"id":1}""")]
    [InlineData("""{"a":10.0,"b":[1]}""", """{"b":[1],"a":10}""")]
    [InlineData("""{"a":1}""", """{"a":1,"more":2}""")]
    public void WhatIsKeptIsNot(string expected, string actual) =>
        Assert.Empty(JsonDifference.Lost(JsonNode.Parse(expected), JsonNode.Parse(actual)));

    [Fact]
    public void BothWaysWhatIsAddedCountsToo() =>
        Assert.Equal(["not in the sample: $.more: 2 became nothing"], JsonDifference.Between(JsonNode.Parse("""{"a":1}"""), JsonNode.Parse("""{"a":1,"more":2}""")));
}
