using AmoCrm.Cli.Demo;

namespace AmoCrm.Cli.Tests.Demo;

public sealed class DemoReportTests
{
    [Fact]
    public void All_handlers_answered_in_both_ways_make_it_complete()
    {
        var report = new DemoReport([Row("a"), Row("b")], ["a", "b"]);

        Assert.True(report.IsComplete);
        Assert.Equal((2, 2), (report.Answered, report.Total));
    }

    [Fact]
    public void A_handler_that_failed_in_one_way_does_not_count()
    {
        var report = new DemoReport([Row("a"), Row("b", byNameProblem: "wrong phone")], ["a", "b"]);

        Assert.False(report.IsComplete);
        Assert.Equal((1, 2), (report.Answered, report.Total));
        Assert.Equal(["b (by name): wrong phone"], report.Problems);
    }

    [Fact]
    public void A_handler_that_the_story_forgot_is_named()
    {
        var report = new DemoReport([Row("a")], ["a", "b"]);

        Assert.False(report.IsComplete);
        Assert.Equal(["b: the story does not call it"], report.Problems);
    }

    [Fact]
    public void A_handler_that_was_not_played_to_the_end_does_not_count()
    {
        var row = Row("a");
        row.ByName = null;

        Assert.Equal(0, new DemoReport([row], ["a"]).Answered);
    }

    [Fact]
    public void No_handlers_at_all_are_not_complete()
    {
        Assert.False(new DemoReport([], []).IsComplete);
    }

    private static DemoRow Row(string handler, string? byNameProblem = null)
    {
        var step = new DemoStep(handler, static (_, _) => Task.FromResult(""), static (_, _) => Task.FromResult(""));
        return new DemoRow(step, "chapter", "module")
        {
            Typed = new DemoOutcome([], TimeSpan.Zero, "", null),
            ByName = new DemoOutcome([], TimeSpan.Zero, byNameProblem is null ? "" : null, byNameProblem),
        };
    }
}
