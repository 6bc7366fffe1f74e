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
}
