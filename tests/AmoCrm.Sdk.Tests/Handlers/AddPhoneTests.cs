using System.Text.Json.Nodes;
using AmoCrm.Sdk.Tests.TestSupport;

namespace AmoCrm.Sdk.Tests.Handlers;

/// <summary>A phone is added to those a company has: whatever is not sent again is deleted by amoCRM.</summary>
public sealed class AddPhoneTests
{
    [Fact]
    public async Task All_other_phones_keep_their_labels()
    {
        var body = await AddAsync("""
            {"field_id":1,"field_code":"PHONE","field_type":"multitext","values":[
              {"value":"+74951112233","enum_id":193,"enum_code":"MOB"},{"value":"+74951112244","enum_id":777},{"value":"+74951112255"}]}
            """);

        AssertJson(
            """[{"value":"+74951112233","enum_code":"MOB"},{"value":"+74951112244","enum_id":777},{"value":"+74951112255","enum_code":"WORK"},{"value":"+79160000000","enum_code":"WORK"}]""",
            body);
    }

    [Fact]
    public async Task A_phone_that_came_as_a_number_is_kept_too()
    {
        var body = await AddAsync("""{"field_id":1,"field_code":"PHONE","field_type":"multitext","values":[{"value":74951112233,"enum_code":"MOB"}]}""");

        AssertJson("""[{"value":74951112233,"enum_code":"MOB"},{"value":"+79160000000","enum_code":"WORK"}]""", body);
    }

    [Theory]
    [InlineData("", "add_phone")]
    [InlineData("+79160000000", "custom_fields")]
    public async Task A_phone_that_cannot_be_added_is_refused_before_the_company_is_read(string phone, string parameter)
    {
        var test = new TestClient();
        var request = new UpdateCompanyRequest { AddPhone = phone, CustomFields = new CustomFieldInput { ["PHONE"] = "+74951112233" } };
        if (parameter == "add_phone")
        {
            request.Unassign(nameof(UpdateCompanyRequest.CustomFields));
        }

        var exception = await Assert.ThrowsAsync<AmoCrmArgumentException>(() => test.Client.Companies.UpdateAsync(17, request, TestContext.Current.CancellationToken));

        Assert.Equal(parameter, exception.ParamName);
        Assert.Empty(test.Http.Sent);
    }

    private static async Task<JsonNode> AddAsync(string phones)
    {
        var test = new TestClient();
        test.Http.Answers(200, $$"""{"id":17,"custom_fields_values":[{{phones}}]}""").Answers(200, """{"id":17,"updated_at":1700000000}""");

        var result = await test.Client.Companies.UpdateAsync(17, new UpdateCompanyRequest { AddPhone = "+79160000000" }, TestContext.Current.CancellationToken);

        Assert.Equal(["read", "update"], result.CompletedSteps);
        return JsonNode.Parse(test.LastSent.Body)!["custom_fields_values"]![0]!["values"]!;
    }

    private static void AssertJson(string expected, JsonNode actual) => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual.ToJsonString());
}
