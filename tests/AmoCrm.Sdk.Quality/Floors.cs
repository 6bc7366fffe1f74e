namespace AmoCrm.Sdk.Quality;

/// <summary>What must hold.</summary>
internal static class Floors
{
    /// <summary>For each project, in percent of its hand-written lines.</summary>
    public const double Lines = 90;

    /// <summary>For each folder that is mutated, in percent of its mutants.</summary>
    public const double Mutants = 75;

    /// <summary>The projects whose lines are counted: what ships, and the generator.</summary>
    public static IReadOnlyList<string> Projects { get; } =
        ["AmoCrm.Cli", "AmoCrm.Emulator", "AmoCrm.Sdk", "AmoCrm.Sdk.Generators", "AmoCrm.Sdk.Hosting", "AmoCrm.Sdk.MongoDB", "AmoCrm.Sdk.Redis"];

    /// <summary>The folders that are mutated: what decides, and no data.</summary>
    public static IReadOnlyList<string> MutatedFolders { get; } = ["Auth", "Binding", "Dispatch", "Engine", "Json", "Parsing", "Resilience", "Transport"];

    public static IEnumerable<string> Below(IReadOnlyList<LineCoverage> lines, IReadOnlyList<MutationScore> scores) =>
        lines.GroupBy(part => part.Project, StringComparer.Ordinal)
            .Select(project => LineCoverage.Sum(project.Key, "all", project))
            .Where(project => project.Percent < Lines)
            .Select(project => FormattableString.Invariant($"{project.Project}: {project.Percent:F1} % of its lines run in a test; the floor is {Lines} %"))
            .Concat(NotMeasured(lines).Select(project => $"{project}: its lines were not measured"))
            .Concat(scores
                .Where(score => score.Percent < Mutants)
                .Select(score => FormattableString.Invariant($"{score.Folder}: {score.Percent:F1} % of its mutants are found; the floor is {Mutants} %")))
            .Concat(NotMeasured(scores).Select(folder => $"{folder}: its mutants were not measured"));

    public static IEnumerable<string> NotMeasured(IReadOnlyList<LineCoverage> lines) => Projects.Except(lines.Select(part => part.Project), StringComparer.Ordinal);

    public static IEnumerable<string> NotMeasured(IReadOnlyList<MutationScore> scores) => MutatedFolders.Except(scores.Select(score => score.Folder), StringComparer.Ordinal);
}
