using AmoCrm.Cli.Transfer;

namespace AmoCrm.Cli.Tests.Transfer;

public sealed class CellTextTests
{
    [Theory]
    [InlineData("", new string[0])]
    [InlineData("one", new[] { "one" })]
    [InlineData("one, два", new[] { "one", "два" })]
    [InlineData("""["a, b","c"]""", new[] { "a, b", "c" })]
    [InlineData("""["[x"]""", new[] { "[x" })]
    [InlineData("""[" spaced "]""", new[] { " spaced " })]
    [InlineData("""["\"quoted\", yes"]""", new[] { "\"quoted\", yes" })]
    public void Several_values_in_a_cell_come_out_as_they_went_in(string cell, string[] values)
    {
        Assert.Equal(cell, CellText.Joined(values));
        Assert.Equal(values, CellText.Split(cell));
    }

    [Theory]
    [InlineData("a,b , c,", new[] { "a", "b", "c" })] // as people write it
    [InlineData("[not json", new[] { "[not json" })]
    public void What_people_write_is_read_too(string cell, string[] values)
    {
        Assert.Equal(values, CellText.Split(cell));
    }
}
