using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk.Tests.Transport;

public sealed class GuardTests
{
    [Fact]
    public void What_is_required_is_neither_null_nor_blank()
    {
        Assert.Contains("required", Refused("name", () => Guard.Required("h", "name", null)), StringComparison.Ordinal);
        Refused("name", () => Guard.Required("h", "name", " "));
        Guard.Required("h", "name", "x");
        Guard.Required("h", "name", 0);
    }

    [Fact]
    public void Ids_are_positive()
    {
        Guard.PositiveId("h", "id", 1);
        Guard.PositiveId("h", "id", null);
        Assert.Contains("positive number, not 0", Refused("id", () => Guard.PositiveId("h", "id", 0)), StringComparison.Ordinal);
    }

    [Fact]
    public void Bounds_hold_their_ends_and_name_themselves()
    {
        Guard.Range("h", "color", 1, 1, 5);
        Guard.Range("h", "color", 5, 1, 5);
        Guard.Range("h", "color", null, 1, 5);
        Assert.Contains("1 to 5", Refused("color", () => Guard.Range("h", "color", 6, 1, 5)), StringComparison.Ordinal);
        Assert.Contains("1 or more", Refused("color", () => Guard.Range("h", "color", 0, 1, null)), StringComparison.Ordinal);
        Assert.Contains("at most 5", Refused("color", () => Guard.Range("h", "color", 6, null, 5)), StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_and_texts_have_their_lengths()
    {
        Guard.Items("h", "ids", new[] { 1 }, 1, 2);
        Guard.Items("h", "ids", new[] { 1, 2 }, 1, 2);
        Guard.Items<int>("h", "ids", null, 1, 2);
        Assert.Contains("1 to 2 items, these are 0", Refused("ids", () => Guard.Items("h", "ids", Array.Empty<int>(), 1, 2)), StringComparison.Ordinal);
        Refused("ids", () => Guard.Items("h", "ids", new[] { 1, 2, 3 }, 1, 2));
        Guard.MaxLength("h", "name", "abc", 3);
        Assert.Contains("At most 3 characters are allowed, these are 4", Refused("name", () => Guard.MaxLength("h", "name", "abcd", 3)), StringComparison.Ordinal);
        Guard.NotEmptyText("h", "name", null);
        Assert.Contains("send null", Refused("name", () => Guard.NotEmptyText("h", "name", string.Empty)), StringComparison.Ordinal);
    }

    [Fact]
    public void Parameters_that_go_together_or_not_are_named_both()
    {
        Guard.Exclusive("h", ("a", true), ("b", false));
        Guard.Exclusive("h", ("a", false), ("b", true));
        Assert.Contains("either a or b", Refused("a", () => Guard.Exclusive("h", ("a", true), ("b", true))), StringComparison.Ordinal);
        Guard.RequiredUnless("h", ("a", false), ("b", true));
        Guard.RequiredUnless("h", ("a", true), ("b", false));
        Assert.Contains("unless b or c", Refused("a", () => Guard.RequiredUnless("h", ("a", false), ("b", false), ("c", false))), StringComparison.Ordinal);
        Guard.Requires("h", ("a", true), ("b", true));
        Guard.Requires("h", ("a", false), ("b", false));
        Assert.Contains("a needs b", Refused("b", () => Guard.Requires("h", ("a", true), ("b", false))), StringComparison.Ordinal);
    }

    private static string Refused(string parameter, Action action)
    {
        var exception = Assert.Throws<AmoCrmArgumentException>(action);
        Assert.Equal(parameter, exception.ParamName);
        Assert.Equal("h", exception.Handler);
        return exception.Message;
    }
}
