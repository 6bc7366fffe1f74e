using System.Text.Json;
using AmoCrm.Sdk.Json;
using AmoCrm.Sdk.Tests.Json;

namespace AmoCrm.Sdk.Tests.Values;

public sealed class EntityTypeTests
{
    [Theory]
    [InlineData("lead", "leads", "lead")]
    [InlineData("Leads", "leads", "lead")]
    [InlineData("2", "leads", "lead")]
    [InlineData(" contact ", "contacts", "contact")]
    [InlineData("1", "contacts", "contact")]
    [InlineData("company", "companies", "company")]
    [InlineData("3", "companies", "company")]
    [InlineData("customer", "customers", "customer")]
    [InlineData("12", "customers", "customer")]
    [InlineData("task", "tasks", "task")]
    [InlineData("element", "catalog_elements", "catalog_element")]
    public void All_spellings_mean_the_same(string spelling, string plural, string singular)
    {
        EntityType type = spelling;

        Assert.Equal((plural, singular, true), (type.Value, type.Singular, type.IsKnown));
        Assert.Equal(new EntityType(plural), type);
        Assert.Equal(plural, type.ToString());
    }

    [Fact]
    public void An_unknown_type_is_kept()
    {
        EntityType type = "Invoices";

        Assert.Equal(("Invoices", "Invoices", false), (type.Value, type.Singular, type.IsKnown));
        Assert.Equal("\"Invoices\"", JsonValues.Write(type, EntityTypeJsonConverter.WriteValue));
    }

    [Fact]
    public void JSON_has_it_as_text_or_number_and_gets_the_plural()
    {
        Assert.Equal(EntityType.Leads, JsonValues.Read("2", EntityTypeJsonConverter.ReadValue));
        Assert.Equal(EntityType.Companies, JsonValues.Read("\"company\"", EntityTypeJsonConverter.ReadValue));
        Assert.Equal(default, JsonValues.Read("null", EntityTypeJsonConverter.ReadValue));
        Assert.Equal("\"companies\"", JsonSerializer.Serialize<EntityType>("company"));
    }

    [Fact]
    public void The_default_is_no_type()
    {
        Assert.Equal((string.Empty, false), (default(EntityType).Value, default(EntityType).IsKnown));
    }
}
