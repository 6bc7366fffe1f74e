using AmoCrm.Sdk.Tests.Dispatch;
using AmoCrm.Sdk.Tests.TestSupport;

namespace AmoCrm.Sdk.Tests.Handlers;

/// <summary>Custom fields of an update keep its promise: what was assigned is sent, null included, and nothing else.</summary>
public sealed class AssignedCustomFieldsTests
{
    [Fact]
    public async Task Null_clears_them() => Assert.Equal("""{"custom_fields_values":null}""", await BodyAsync(new UpdateCompanyRequest { CustomFields = null }));

    [Fact]
    public async Task Null_beside_a_field_of_its_own_leaves_the_field() => Assert.Equal(
        """{"custom_fields_values":[{"field_code":"PHONE","values":[{"enum_code":"WORK","value":"79160000000"}]}]}""",
        await BodyAsync(new UpdateCompanyRequest { CustomFields = null, Phone = "79160000000" }));

    [Fact]
    public async Task An_assignment_that_was_taken_back_is_not_sent()
    {
        var request = new UpdateCompanyRequest { Name = "Horns", CustomFields = new CustomFieldInput { ["PHONE"] = "79160000000" } };
        request.Unassign(nameof(UpdateCompanyRequest.CustomFields));

        Assert.Equal("""{"name":"Horns"}""", await BodyAsync(request));
    }

    [Fact]
    public async Task By_name_null_clears_them_too()
    {
        var test = new TestClient();
        test.Http.Answers(200, """{"id":17,"updated_at":1700000000}""");

        await test.Client.InvokeAsync("amocrm_update_lead", JsonText.Element("""{"lead_id":17,"custom_fields":null}"""), TestContext.Current.CancellationToken);

        Assert.Equal("""{"custom_fields_values":null}""", test.LastSent.Body);
    }

    private static async Task<string> BodyAsync(UpdateCompanyRequest request)
    {
        var test = new TestClient();
        test.Http.Answers(200, """{"id":17,"updated_at":1700000000}""");

        await test.Client.Companies.UpdateAsync(17, request, TestContext.Current.CancellationToken);

        return Assert.Single(test.Http.Sent).Body;
    }
}
