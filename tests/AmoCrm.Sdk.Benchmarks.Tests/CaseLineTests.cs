using AmoCrm.Sdk.Benchmarks.Quick;

namespace AmoCrm.Sdk.Benchmarks.Tests;

public sealed class CaseLineTests
{
    [Fact]
    public void A_case_is_one_line_of_json_with_its_targets()
    {
        var result = new CaseResult(
            "encode.creates",
            new WayResult("Sdk", 30_000.04, 1048, 0.6004, -20_000),
            new WayResult("HandWritten", 50_000, 2000, 1, 0),
            [new WayResult("Newtonsoft", 100_000, 37_448, 2, 50_000)]);

        Assert.Equal(
            """{"case":"encode.creates","ratio":0.6,"ns":30000,"bytes":1048,"baseline_ns":50000,"baseline_bytes":2000,"peers":{"Newtonsoft":{"ratio":2,"ns":100000,"bytes":37448}},"targets":[{"measure":"time_ratio","value":0.6,"gate":0.9,"goal":0.6,"ok":true,"goal_met":false},{"measure":"bytes","value":1048,"gate":16000,"goal":12000,"ok":true,"goal_met":true}],"ok":true}""",
            CaseLine.Of(result));
    }

    [Fact]
    public void A_missed_gate_is_not_ok() =>
        Assert.False(new CaseResult("limiter", new WayResult("Sdk", 201, 0, null, null), null, []).IsOk);

    [Fact]
    public void A_case_without_a_baseline_has_no_ratio() =>
        Assert.Equal(
            """{"case":"generator.cold","ns":80000000,"bytes":84000000,"peers":{}}""",
            CaseLine.Of(new CaseResult("generator.cold", new WayResult("Sdk", 80_000_000, 84_000_000, null, null), null, [])));
}
