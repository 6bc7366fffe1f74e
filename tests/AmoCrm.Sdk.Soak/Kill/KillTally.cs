using System.Text.Json.Nodes;

namespace AmoCrm.Sdk.Soak.Kill;

/// <summary>What became of the runs of one moment.</summary>
internal sealed class KillTally
{
    private int _runs;
    private int _recovered;
    private int _signalled;
    private int _lost;
    private int _rotatedAndLostByKill;
    private double _longestWaitAlive;
    private double _longestWaitEnded;

    public int Runs => _runs;

    public int Lost => _lost;

    public void Add(KillOutcome outcome, bool isAlive)
    {
        _runs++;
        _recovered += outcome.Verdict == KillVerdict.Recovered ? 1 : 0;
        _signalled += outcome.Verdict == KillVerdict.Signalled ? 1 : 0;
        _lost += outcome.Verdict == KillVerdict.Lost ? 1 : 0;
        _rotatedAndLostByKill += outcome.AnswerWasLost ? 1 : 0;
        ref var longest = ref isAlive ? ref _longestWaitAlive : ref _longestWaitEnded;
        longest = Math.Max(longest, outcome.WaitMilliseconds);
    }

    public JsonObject ToJson() => new()
    {
        ["runs"] = _runs,
        ["recovered"] = _recovered,
        ["signalled"] = _signalled,
        ["lost"] = _lost,
        ["rotated_answer_lost"] = _rotatedAndLostByKill,
        ["longest_wait_alive_ms"] = Math.Round(_longestWaitAlive),
        ["longest_wait_ended_ms"] = Math.Round(_longestWaitEnded),
    };
}
