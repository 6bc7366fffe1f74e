namespace AmoCrm.Sdk.Quality;

/// <summary>What must hold.</summary>
internal static class Floors
{
    /// <summary>For each project, in percent of its hand-written lines.</summary>
    public const double Lines = 90;

    /// <summary>For each folder that is mutated, in percent of its mutants.</summary>
    public const double Mutants = 75;

    public static IEnumerable<string> Below(IReadOnlyList<LineCoverage> lines, IReadOnlyList<MutationScore> scores) =>
        lines.GroupBy(part => part.Project, StringComparer.Ordinal)
            .Select(project => LineCoverage.Sum(project.Key, "all", project))
            .Where(project => project.Percent < Lines)
            .Select(project => FormattableString.Invariant($"{project.Project}: {project.Percent:F1} % of its lines run in a test; the floor is {Lines} %"))
            .Concat(scores
                .Where(score => score.Percent < Mutants)
                .Select(score => FormattableString.Invariant($"{score.Folder}: {score.Percent:F1} % of its mutants are found; the floor is {Mutants} %")));
}
