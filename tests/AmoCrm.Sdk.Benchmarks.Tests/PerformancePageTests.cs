using AmoCrm.Sdk.Benchmarks.Quick;
using AmoCrm.Sdk.Benchmarks.Report;

namespace AmoCrm.Sdk.Benchmarks.Tests;

public sealed class PerformancePageTests
{
    private static readonly CaseResult Limiter = new("limiter", new WayResult("Sdk", 140, 0, null, null), null, []);
    private static readonly CaseResult Start = new("start.jit", new WayResult("Sdk", 90_000_000, 1_400_000, 1.5, 30_000_000), new WayResult("HandWritten", 60_000_000, 20_000, 1, 0), []);

    private static readonly PerformancePage Page = new(
        [Limiter],
        [Start],
        new CaseResult("library", new WayResult("Sdk", 0, 1_600_000, null, null), null, []),
        [
            new FullResult("decode.lead", "Sdk", IsBaseline: false, 1500, 20, 1000),
            new FullResult("decode.lead", "HandWritten", IsBaseline: true, 3000, 20, 2000),
            new FullResult("decode.lead", "Newtonsoft", IsBaseline: false, 6000, 20, 9000),
        ],
        "a machine",
        "abc1234",
        new DateOnly(2026, 1, 2));

    [Fact]
    public void A_way_has_its_ratios_to_the_baseline() =>
        Assert.Contains("| `decode.lead` | Sdk | 1.5 µs | 20 ns | 0.50 | 1000 B | 0.50 |", Page.Files()["performance.md"], StringComparison.Ordinal);

    [Fact]
    public void A_missed_goal_is_told_with_how_much_it_is_missed_by_and_why() =>
        Assert.Contains("- `limiter`, time: 80 ns more than the goal. A permit is taken", Page.Files()["performance.md"], StringComparison.Ordinal);

    [Fact]
    public void A_missed_gate_is_told_though_nobody_knows_why()
    {
        var page = Page.Files()["performance.md"];
        Assert.Contains("| `library` | size | 1.6 MB | 1.5 MB | 1.5 MB | **missed** |", page, StringComparison.Ordinal);
        Assert.Contains("- `library`, size: 100 KB more than the goal. Why is not known yet.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_case_with_several_ways_has_a_plot() =>
        Assert.Contains("Newtonsoft", Page.Files()["performance/decode.lead.svg"], StringComparison.Ordinal);
}
