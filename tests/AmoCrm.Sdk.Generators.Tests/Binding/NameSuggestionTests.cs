using AmoCrm.Sdk.Generators.Binding;

namespace AmoCrm.Sdk.Generators.Tests.Binding;

public sealed class NameSuggestionTests
{
    [Theory]
    [InlineData("sumary", "summary")]
    [InlineData("SUMMARY", "summary")]
    [InlineData("effcet", "effect")]
    [InlineData("company-id", "company_id")]
    public void A_near_name_is_suggested(string wrong, string meant)
    {
        Assert.Equal(meant, NameSuggestion.Nearest(wrong, ["effect", "summary", "company_id"]));
    }

    [Fact]
    public void Nonsense_gets_the_list_when_it_is_short()
    {
        Assert.Null(NameSuggestion.Nearest("qwerty", ["safe", "unsafe"]));
        Assert.Equal(" Known: safe, unsafe.", NameSuggestion.Hint("qwerty", ["safe", "unsafe"]));
        Assert.Equal("", NameSuggestion.Hint("qwerty", Enumerable.Range(0, 40).Select(number => $"name{number}")));
    }

    [Fact]
    public void Of_equally_near_names_the_first_in_ordinal_order_is_taken()
    {
        Assert.Equal("cat", NameSuggestion.Nearest("bat", ["hat", "cat"]));
    }

    [Theory]
    [InlineData("", "abc", 3)]
    [InlineData("abc", "abc", 0)]
    [InlineData("abc", "acb", 1)]
    [InlineData("kitten", "sitting", 3)]
    public void Distance_counts_edits(string left, string right, int distance)
    {
        Assert.Equal(distance, NameSuggestion.Distance(left, right));
    }
}
