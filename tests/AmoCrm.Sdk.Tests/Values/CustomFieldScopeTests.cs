using System.Text.Json;
using AmoCrm.Sdk.Json;
using AmoCrm.Sdk.Tests.Json;

namespace AmoCrm.Sdk.Tests.Values;

public sealed class CustomFieldScopeTests
{
    [Theory]
    [InlineData("leads", "leads")]
    [InlineData("Contact", "contacts")]
    [InlineData("/companies/", "companies")]
    [InlineData("customers", "customers")]
    [InlineData("segments", "customers/segments")]
    [InlineData("customers/segments", "customers/segments")]
    [InlineData("catalogs/17", "catalogs/17")]
    public void A_scope_is_a_path(string text, string path)
    {
        CustomFieldScope scope = text;

        Assert.Equal((path, path), (scope.Path, scope.Value));
        Assert.Equal($"\"{path}\"", JsonValues.Write(scope, CustomFieldScopeJsonConverter.WriteValue));
        Assert.Equal(scope, JsonValues.Read($"\"{text}\"", CustomFieldScopeJsonConverter.ReadValue));
    }

    [Fact]
    public void No_scope_is_null()
    {
        Assert.Equal("null", JsonValues.Write(default(CustomFieldScope), CustomFieldScopeJsonConverter.WriteValue));
        Assert.Equal(default, JsonValues.Read("null", CustomFieldScopeJsonConverter.ReadValue));
    }

    [Fact]
    public void A_catalog_has_an_id()
    {
        Assert.Equal(17, CustomFieldScope.Catalog(17).CatalogId);
        Assert.Null(CustomFieldScope.Leads.CatalogId);
        Assert.Throws<ArgumentOutOfRangeException>(() => CustomFieldScope.Catalog(0));
    }

    [Theory]
    [InlineData("catalogs")]
    [InlineData("catalogs/0")]
    [InlineData("catalogs/1/../../users")]
    [InlineData("tasks")]
    [InlineData("")]
    public void What_is_no_scope_is_refused_with_those_there_are(string text)
    {
        Assert.Contains("catalogs/{catalog_id}", Assert.Throws<FormatException>(() => (CustomFieldScope)text).Message, StringComparison.Ordinal);
        Assert.Throws<JsonException>(() => JsonValues.Read($"\"{text}\"", CustomFieldScopeJsonConverter.ReadValue));
    }
}
