using AmoCrm.Cli.Demo;
using Spectre.Console;
using Spectre.Console.Testing;

namespace AmoCrm.Cli.Tests.Demo;

public sealed class DemoLayoutTests
{
    [Theory]
    [InlineData(90)]
    [InlineData(114)]
    [InlineData(120)]
    [InlineData(157)]
    [InlineData(180)]
    [InlineData(240)]
    public void Every_row_fits_on_its_lines(int width)
    {
        using var console = new TestConsole().Width(width);
        var rows = DemoStory.CreateRows();
        foreach (var row in rows)
        {
            row.Typed = new DemoOutcome([], TimeSpan.FromMilliseconds(1234.5), new string('x', 99), null);
            row.ByName = row.Typed;
        }

        console.Write(DemoTable.Draw(rows, DemoLayout.For(width)));

        Assert.All(rows, row => Assert.Contains(console.Lines, line => line.Contains($"{row.Step.Handler} ", StringComparison.Ordinal) && line.Contains("1234.5", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_wide_terminal_has_room_for_what_was_checked()
    {
        Assert.True(DemoLayout.For(180).HasChecks);
        Assert.False(DemoLayout.For(120).HasChecks);
        Assert.False(DemoLayout.For(90).HasModule);
    }
}
