using AmoCrm.Sdk.Generators.Binding;
using AmoCrm.Sdk.Generators.Diagnostics;
using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Tests.Binding;

public sealed class BodyTreeTests
{
    private readonly DiagnosticBag _diagnostics = new();

    [Fact]
    public void Params_that_share_a_prefix_share_the_structure()
    {
        var body = Build(("phone", "params.phone"), ("duration", "params.duration"));

        Assert.Equal(new BodyObject([new("params", new BodyObject([new("phone", new BodyParam("phone")), new("duration", new BodyParam("duration"))]))]), body);
    }

    [Fact]
    public void A_selector_makes_an_item_and_equal_selectors_share_it()
    {
        var body = Build(
            ("phone", "fields[code=PHONE].values[].value"),
            ("kind", "fields[code=PHONE].values[].kind"),
            ("email", "fields[code=EMAIL].values[].value"));

        var items = Assert.IsType<BodyArray>(Assert.Single(body.Members).Value).Items;
        Assert.Equal([("code", "PHONE"), ("code", "EMAIL")], items.Select(item => (item.SelectorMember, item.SelectorValue)));
        var values = Assert.IsType<BodyArray>(Assert.IsType<BodyObject>(items[0].Value).Members[0].Value);
        Assert.Equal(2, Assert.IsType<BodyObject>(Assert.Single(values.Items).Value).Members.Count);
    }

    [Fact]
    public void A_list_makes_an_item_for_each_element_of_its_last_array()
    {
        var builder = Builder();
        builder.AddList(Target("links[kind=to].ids[].id"), new BodyParam("ids"), "the param 'ids'", "ids", default);

        var outer = Assert.IsType<BodyArray>(Assert.Single(builder.Build().Members).Value).Items[0];
        Assert.Null(outer.RepeatsParam);
        var inner = Assert.IsType<BodyArray>(Assert.IsType<BodyObject>(outer.Value).Members[0].Value).Items[0];
        Assert.Equal("ids", inner.RepeatsParam);
    }

    [Fact]
    public void A_list_without_an_array_in_its_target_is_written_whole()
    {
        var builder = Builder();
        builder.AddList(Target("_embedded.tags"), new BodyParam("tags"), "the param 'tags'", "tags", default);

        var embedded = Assert.IsType<BodyObject>(Assert.Single(builder.Build().Members).Value);
        Assert.Equal(new BodyMember("tags", new BodyParam("tags")), Assert.Single(embedded.Members));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Custom_fields_join_the_array_of_single_fields_in_any_order(bool first)
    {
        var builder = Builder();
        if (first)
        {
            builder.AddCustomFields(Target("fields"), new BodyParam("custom"), "the param 'custom'", default);
        }

        builder.Add(Target("fields[code=PHONE].values[].value"), new BodyParam("phone"), "the param 'phone'", default);
        if (!first)
        {
            builder.AddCustomFields(Target("fields"), new BodyParam("custom"), "the param 'custom'", default);
        }

        var items = Assert.IsType<BodyArray>(Assert.Single(builder.Build().Members).Value).Items;
        Assert.Equal(2, items.Count);
        Assert.Contains(new BodyItem(null, null, null, new BodyParam("custom")), items);
        Assert.Empty(_diagnostics.ToSorted());
    }

    [Theory]
    [InlineData("name", "name")]
    [InlineData("name", "name.first")]
    [InlineData("name.first", "name")]
    [InlineData("name[].x", "name")]
    [InlineData("name", "name[].x")]
    [InlineData("name[].x", "name.x")]
    [InlineData("a[k=v].x", "a[k=v].x")]
    public void Targets_that_clash_are_an_error(string one, string other)
    {
        Build(("one", one), ("other", other));

        Assert.Equal("AMO0027", Assert.Single(_diagnostics.ToSorted()).Id);
    }

    [Theory]
    [InlineData("a[")]
    [InlineData("a.")]
    [InlineData(".a")]
    [InlineData("a[k=]")]
    [InlineData("a[][]")]
    [InlineData("a b")]
    [InlineData("")]
    public void What_is_no_target_is_an_error(string text)
    {
        Assert.Null(TargetPath.Parse(text, default, Scope()));
        Assert.Equal("AMO0026", Assert.Single(_diagnostics.ToSorted()).Id);
    }

    [Fact]
    public void A_selector_that_ends_a_target_is_an_error()
    {
        Build(("phone", "fields[code=PHONE]"));

        Assert.Equal("AMO0026", Assert.Single(_diagnostics.ToSorted()).Id);
    }

    private BodyObject Build(params (string Param, string Target)[] targets)
    {
        var builder = Builder();
        foreach (var (param, target) in targets)
        {
            builder.Add(Target(target), new BodyParam(param), $"the param '{param}'", default);
        }

        return builder.Build();
    }

    private FileScope Scope() => new("spec/x.yaml", _diagnostics, new SecondHand([]));

    private BodyTreeBuilder Builder() => new(Scope());

    private TargetPath Target(string text) => TargetPath.Parse(text, default, Scope())!;
}
