using AmoCrm.Cli.Output;

namespace AmoCrm.Cli.Tests.Output;

public sealed class LineEndTrimmerTests
{
    [Theory]
    [InlineData("a  b   \nc \r\n   \n d", "a  b\nc\r\n\n d")]
    [InlineData("", "")]
    [InlineData("   ", "")]
    public void Blanks_before_a_line_end_are_left_out_and_all_others_stay(string text, string expected)
    {
        using var output = new StringWriter();
        using (var trimmer = new LineEndTrimmer(output))
        {
            trimmer.Write(text);
        }

        Assert.Equal(expected, output.ToString());
    }
}
