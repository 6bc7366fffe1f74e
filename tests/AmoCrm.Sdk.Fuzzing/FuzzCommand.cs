using System.Globalization;
using AmoCrm.Sdk.Fuzzing.Targets;

namespace AmoCrm.Sdk.Fuzzing;

/// <summary>What the command line asks for.</summary>
/// <param name="Targets">What is fuzzed, one after the other.</param>
/// <param name="Time">How long, all of them together.</param>
/// <param name="Limit">How much of the processor's time one input may take.</param>
/// <param name="Seed">Where chance begins.</param>
/// <param name="Replay">A file that is read once instead.</param>
internal sealed record FuzzCommand(IReadOnlyList<FuzzTarget> Targets, TimeSpan Time, TimeSpan Limit, int Seed, string? Replay)
{
    public static string Usage { get; } = $"""
        usage: AmoCrm.Sdk.Fuzzing TARGET|all [--minutes N] [--seed S] [--limit L]
               AmoCrm.Sdk.Fuzzing TARGET --replay FILE
          targets: {string.Join(", ", FuzzTargets.All.Select(static target => target.Name))}
          N minutes (1 by default) are divided among the targets. One line of JSON a target goes to the standard output, progress to the standard error.
          An input that takes more than L seconds (10 by default) of the processor's time is a hang.
          Findings are saved under artifacts/fuzz/TARGET, each with the command that reads it again.
        Exit codes: 0 nothing found, 1 something found, 2 wrong usage.
        """;

    /// <returns>Null when it cannot be understood.</returns>
    public static FuzzCommand? Parse(IReadOnlyList<string> arguments)
    {
        if (arguments.Count == 0 || Find(arguments[0]) is not { } targets)
        {
            return null;
        }

        var command = new FuzzCommand(targets, TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(10), Seed: 1, Replay: null);
        for (var index = 1; index + 1 < arguments.Count; index += 2)
        {
            var value = arguments[index + 1];
            switch (arguments[index])
            {
                case "--minutes" when double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var minutes) && minutes is > 0 and <= 1440:
                    command = command with { Time = TimeSpan.FromMinutes(minutes) };
                    break;
                case "--seed" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seed):
                    command = command with { Seed = seed };
                    break;
                case "--limit" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 3600:
                    command = command with { Limit = TimeSpan.FromSeconds(seconds) };
                    break;
                case "--replay" when targets.Count == 1:
                    command = command with { Replay = value };
                    break;
                default:
                    return null;
            }
        }

        return arguments.Count % 2 == 1 ? command : null;
    }

    // The planted ones show that findings are found: only by name, never with all.
    private static IReadOnlyList<FuzzTarget>? Find(string name) =>
        name == "all" ? FuzzTargets.All : FuzzTargets.Find(name) is { } target ? [target] : null;
}
