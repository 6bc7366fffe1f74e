using AmoCrm.Sdk.Generators.Parsing;

namespace AmoCrm.Sdk.Generators.Tests.Parsing;

public sealed class YamlCoreSchemaTests
{
    [Theory]
    [InlineData("", "Null")]
    [InlineData("~", "Null")]
    [InlineData("null", "Null")]
    [InlineData("true", "Flag")]
    [InlineData("False", "Flag")]
    [InlineData("no", "DisputedFlag")]
    [InlineData("On", "DisputedFlag")]
    [InlineData("832161", "Integer")]
    [InlineData("-5", "Integer")]
    [InlineData("0x1F", "Integer")]
    [InlineData("1.5e3", "Number")]
    [InlineData(".inf", "Number")]
    [InlineData("12.", "Number")]
    [InlineData("1.2.3", "Text")]
    [InlineData("nobody", "Text")]
    [InlineData("2026-11-22", "Text")]
    [InlineData("string?", "Text")]
    public void A_plain_scalar_means(string plain, string meaning)
    {
        Assert.Equal(meaning, YamlCoreSchema.Resolve(plain).ToString());
    }
}
