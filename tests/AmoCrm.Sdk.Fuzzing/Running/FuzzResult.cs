namespace AmoCrm.Sdk.Fuzzing.Running;

/// <summary>What came of fuzzing one target.</summary>
/// <param name="Target">The target.</param>
/// <param name="Time">How long it took.</param>
/// <param name="Runs">How many inputs were read.</param>
/// <param name="Corpus">How many inputs it had at the end to make others of.</param>
/// <param name="Branches">How many branches of the fuzzed code were taken.</param>
/// <param name="Failures">Things that do not hold.</param>
/// <param name="Crashes">Processes that died of an input.</param>
/// <param name="Hangs">Inputs that took too long.</param>
internal sealed record FuzzResult(string Target, TimeSpan Time, long Runs, long Corpus, long Branches, long Failures, int Crashes, int Hangs)
{
    public bool IsOk => Failures == 0 && Crashes == 0 && Hangs == 0;

    public JsonObject ToJson() => new()
    {
        ["target"] = Target,
        ["ok"] = IsOk,
        ["seconds"] = Math.Round(Time.TotalSeconds),
        ["runs"] = Runs,
        ["corpus"] = Corpus,
        ["branches"] = Branches,
        ["failures"] = Failures,
        ["crashes"] = Crashes,
        ["hangs"] = Hangs,
    };
}
