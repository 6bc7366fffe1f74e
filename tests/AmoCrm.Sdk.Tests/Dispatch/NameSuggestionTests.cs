using AmoCrm.Sdk.Dispatch;

namespace AmoCrm.Sdk.Tests.Dispatch;

public sealed class NameSuggestionTests
{
    private static readonly string[] Names = ["amocrm_get_company", "amocrm_list_companies", "amocrm_create_company", "amocrm_get_contact", "name", "company_id", "with"];

    [Theory]
    [InlineData("amocrm_get_compny", "amocrm_get_company")]
    [InlineData("get_company", "amocrm_get_company")]
    [InlineData("amocrm_list_company", "amocrm_list_companies")]
    [InlineData("AMOCRM_GET_COMPANY", "amocrm_get_company")]
    [InlineData("amocrm-get-company", "amocrm_get_company")]
    [InlineData("nmae", "name")]
    [InlineData("companyId", "company_id")]
    [InlineData("wiht", "with")]
    public void The_nearest_name_comes_first(string wanted, string expected) => Assert.Equal(expected, NameSuggestion.Nearest(wanted, Names)[0]);

    [Theory]
    [InlineData("")]
    [InlineData("___")]
    [InlineData("zzzzzz")]
    [InlineData("telegram_send_message")]
    public void Nothing_is_suggested_when_nothing_is_near(string wanted) => Assert.Empty(NameSuggestion.Nearest(wanted, Names));

    [Fact]
    public void A_huge_name_costs_nothing() => Assert.Empty(NameSuggestion.Nearest(new string('a', 1_000_000), Names));

    [Fact]
    public void The_question_reads_well()
    {
        Assert.Equal("", NameSuggestion.Question([]));
        Assert.Equal(" Did you mean 'a'?", NameSuggestion.Question(["a"]));
        Assert.Equal(" Did you mean 'a', 'b' or 'c'?", NameSuggestion.Question(["a", "b", "c"]));
    }
    [Fact]
    public void Two_letters_that_changed_places_are_one_slip() =>
        Assert.Equal(["abcdef", "abcdfe", "abcdefgh"], NameSuggestion.Nearest("abcdef", ["abcdefgh", "abcdfe", "abcdef"]));

    [Fact]
    public void Letters_before_and_behind_count_as_slips()
    {
        Assert.Equal(["nmae", "zzzname"], NameSuggestion.Nearest("name", ["zzzname", "nmae"]));
        Assert.Equal(["abcd", "abc"], NameSuggestion.Nearest("abcd", ["abc", "abcd"]));
    }

    [Theory]
    [InlineData("abcdef", "abcdxy", true)]
    [InlineData("abcdef", "abcxyz", false)]
    [InlineData("abcdefghijkl", "abcdefghixyz", true)]
    [InlineData("abcdefghijkl", "abcdefghixy", false)]
    [InlineData("abcdefghijkl", "abcdefghwxyz", false)]
    public void Two_slips_are_near_and_a_quarter_of_a_long_name(string wanted, string candidate, bool isNear) =>
        Assert.Equal(isNear, NameSuggestion.Nearest(wanted, [candidate]).Count == 1);

    [Theory]
    [InlineData("with", "with_all_of_them", true)]
    [InlineData("wit", "with_all_of_them", false)]
    [InlineData("the_name_of_it_all", "name", true)]
    [InlineData("the_name_of_it_all", "nam", false)]
    public void A_part_of_four_letters_is_near(string wanted, string candidate, bool isNear) =>
        Assert.Equal(isNear, NameSuggestion.Nearest(wanted, [candidate]).Count == 1);

    [Fact]
    public void The_longest_name_that_is_looked_up_has_128_letters()
    {
        Assert.Single(NameSuggestion.Nearest(new string('a', 128), [new string('a', 128)]));
        Assert.Empty(NameSuggestion.Nearest(new string('a', 129), [new string('a', 129)]));
    }
}
