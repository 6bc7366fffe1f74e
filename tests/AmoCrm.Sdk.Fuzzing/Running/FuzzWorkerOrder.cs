using System.Globalization;
using AmoCrm.Sdk.Fuzzing.Targets;

namespace AmoCrm.Sdk.Fuzzing.Running;

/// <summary>What a worker is to do.</summary>
/// <param name="Target">What is fuzzed.</param>
/// <param name="Time">How long.</param>
/// <param name="Seed">Where chance begins.</param>
/// <param name="Folder">Where findings go.</param>
/// <param name="StateFile">Where it says what it is doing.</param>
internal sealed record FuzzWorkerOrder(FuzzTarget Target, TimeSpan Time, int Seed, string Folder, string StateFile)
{
    public static FuzzWorkerOrder Parse(IReadOnlyList<string> arguments) => new(
        FuzzTargets.Find(arguments[0])!,
        TimeSpan.Parse(arguments[1], CultureInfo.InvariantCulture),
        int.Parse(arguments[2], CultureInfo.InvariantCulture),
        arguments[3],
        arguments[4]);

    public string[] ToArguments() =>
        [Target.Name, Time.ToString("c", CultureInfo.InvariantCulture), Seed.ToString(CultureInfo.InvariantCulture), Folder, StateFile];
}
