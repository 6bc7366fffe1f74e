using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk.Tests.CustomFields;

public sealed class CustomFieldGuardTests
{
    [Theory]
    [InlineData("PHONE")]
    [InlineData("phone")]
    public void A_field_is_not_written_by_two_parameters(string key)
    {
        var exception = Assert.Throws<AmoCrmArgumentException>(
            () => CustomFieldGuard.NotTwice("amocrm_create_contact", new CustomFieldInput { [key] = "+7" }, ("PHONE", true), ("EMAIL", true)));

        Assert.Equal("custom_fields", exception.ParamName);
        Assert.Contains("PHONE", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Different_fields_may_stand_together()
    {
        CustomFieldGuard.NotTwice("amocrm_create_contact", new CustomFieldInput { ["PHONE"] = "+7" }, ("PHONE", false), ("EMAIL", true));
        CustomFieldGuard.NotTwice("amocrm_create_contact", null, ("PHONE", true));
    }
}
