using AmoCrm.Sdk.Generators.Binding;

namespace AmoCrm.Sdk.Generators.Tests.Binding;

public sealed class IdentifierTests
{
    [Theory]
    [InlineData("created_at", "CreatedAt")]
    [InlineData("id", "Id")]
    [InlineData("is_need_to_trigger", "IsNeedToTrigger")]
    [InlineData("php-client", "PhpClient")]
    [InlineData("i", "I")]
    public void Snake_case_becomes_pascal_case(string name, string identifier)
    {
        Assert.Equal(identifier, Identifier.Pascal(name));
    }

    [Theory]
    [InlineData("Company", true)]
    [InlineData("company", false)]
    [InlineData("2Gis", false)]
    [InlineData("Компания", false)]
    [InlineData("", false)]
    public void A_pascal_name_is_ascii_and_begins_with_a_capital(string name, bool isPascal)
    {
        Assert.Equal(isPascal, Identifier.IsPascal(name));
    }
}
