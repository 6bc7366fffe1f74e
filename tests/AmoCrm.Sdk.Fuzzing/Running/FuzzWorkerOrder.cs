using System.Globalization;
using AmoCrm.Sdk.Fuzzing.Targets;

namespace AmoCrm.Sdk.Fuzzing.Running;

/// <summary>What a worker is to do.</summary>
/// <param name="Target">What is fuzzed.</param>
/// <param name="Time">How long.</param>
/// <param name="Limit">How much of the processor's time one input may take.</param>
/// <param name="Seed">Where chance begins.</param>
/// <param name="Folder">Where findings go.</param>
/// <param name="StateFile">Where it says what it is doing.</param>
internal sealed record FuzzWorkerOrder(FuzzTarget Target, TimeSpan Time, TimeSpan Limit, int Seed, string Folder, string StateFile)
{
    public static FuzzWorkerOrder Parse(IReadOnlyList<string> arguments) => new(
        FuzzTargets.Find(arguments[0])!,
        TimeSpan.Parse(arguments[1], CultureInfo.InvariantCulture),
        TimeSpan.Parse(arguments[2], CultureInfo.InvariantCulture),
        int.Parse(arguments[3], CultureInfo.InvariantCulture),
        arguments[4],
        arguments[5]);

    public string[] ToArguments() =>
        [Target.Name, Time.ToString("c", CultureInfo.InvariantCulture), Limit.ToString("c", CultureInfo.InvariantCulture), Seed.ToString(CultureInfo.InvariantCulture), Folder, StateFile];
}
