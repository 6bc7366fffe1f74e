using AmoCrm.Sdk.Dispatch;

namespace AmoCrm.Sdk.Tests.Dispatch;

/// <summary>What a descriptor says of its handler is what was packed.</summary>
public sealed class HandlerFactsTests
{
    private static readonly HandlerDescriptor Handler = TestHandlers.Get;

    [Fact]
    public void Each_fact_has_its_property()
    {
        Assert.Equal("amocrm_get_thing", Handler.Name);
        Assert.Equal("things", Handler.Module);
        Assert.Equal("Things", Handler.Client);
        Assert.Equal("GetAsync", Handler.ClientMethod);
        Assert.Equal("GET", Handler.HttpMethod);
        Assert.Equal("/api/v4/things/{thing_id}", Handler.Path);
        Assert.Equal(HandlerEffect.Read, Handler.Effect);
        Assert.Equal(RetrySafety.Safe, Handler.Retry);
        Assert.Equal("A thing.", Handler.Summary);
        Assert.Equal("https://www.example.com/things", Handler.Documentation);
        Assert.Equal("thing", Handler.OutputVariable);
        Assert.Equal(["docs", "issues"], Handler.Checked);
        Assert.Equal("Things are a dream.", Handler.Unsupported);
        Assert.True(Handler.IsCustom);
    }

    [Fact]
    public void What_is_not_packed_is_nothing()
    {
        Assert.Empty(TestHandlers.UpdateMany.Checked);
        Assert.Null(TestHandlers.UpdateMany.Unsupported);
        Assert.False(TestHandlers.UpdateMany.IsCustom);
    }

    [Fact]
    public void Each_fact_of_a_parameter_has_its_property()
    {
        var id = Handler.Parameters[0];
        Assert.Equal(("thing_id", "int64", true), (id.Name, id.Type, id.IsRequired));
        Assert.Equal("The thing's id.", id.Summary);
        Assert.Equal(["id"], id.Aliases);
        Assert.True(id.IsPositional);
        Assert.False(id.IsIgnored);
        Assert.Null(id.Default);
        Assert.Null(id.Requirement);
        Assert.Empty(id.AllowedValues);
        Assert.Null(id.AllowedValuesReason);

        var price = Handler.Parameters[2];
        Assert.Equal("1.5", price.Default);
        Assert.Equal("Needs a name.", price.Requirement);
        Assert.False(price.IsRequired);
        Assert.False(price.IsPositional);

        var type = Handler.Parameters[7];
        Assert.Equal(["things", "thing"], type.AllowedValues);
        Assert.Equal("only things have this", type.AllowedValuesReason);
        Assert.True(Handler.Parameters[9].IsIgnored);
    }
}
