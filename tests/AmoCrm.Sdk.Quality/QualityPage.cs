using System.Globalization;
using System.Text;

namespace AmoCrm.Sdk.Quality;

/// <summary>The text of docs/quality.md.</summary>
internal static class QualityPage
{
    public static string Write(IReadOnlyList<LineCoverage> lines, IReadOnlyList<MutationScore> scores)
    {
        var page = new StringBuilder();
        page.AppendLine("# Quality");
        page.AppendLine();
        page.AppendLine("Written by `tests/AmoCrm.Sdk.Quality/report.sh` from what was measured: [common-tasks.md](common-tasks.md) says how to measure again. Do not edit it by hand.");
        page.AppendLine(CultureInfo.InvariantCulture, $"Floors: {Floors.Lines} % of the lines of each project, {Floors.Mutants} % of the mutants of each folder.");
        AppendMutants(page, scores);
        AppendLines(page, lines);
        return page.ToString();
    }

    private static void AppendMutants(StringBuilder page, IReadOnlyList<MutationScore> scores)
    {
        page.AppendLine();
        page.AppendLine("""
            ## Mutants

            Stryker makes one mistake at a time in the code and looks whether a test fails. The score is what was killed or timed out, of all mutants; one that no test reaches counts as not found.
            Mistakes that do not compile are not counted.

            - In the SDK a folder's mutants meet only the tests of the folder of the same name: that is fast, and it says whether those tests hold the code. With all tests the score cannot be lower.
            - Left out are tests that take seconds each or touch everything (`HostileHostsTests`, `SecretsStayInsideTests`, `ChaosTests`, `No_cut_through_a_manifest_throws`, `A_mistake_costs_no_more_than_the_handler_it_is_in`), and tests of the generator that keep what
              it made of the real manifest for the whole process: one process meets many mutants, so they would judge each by another one.
            - Emitted code is not mutated, and no argument of `ConfigureAwait`: no test has a synchronisation context.
            - A mutant has half a minute more than the tests took without it: what times out is a loop without end. A test of the SDK waits five seconds for what should happen at once, and not thirty.
            - One process meets many mutants, so what a static field was made of stays as it was first: mutants in tables and patterns survive, though a test holds them.
              `ForbiddenNames` of `Binding` is nothing but such a table and is left out.

            | Folder | Mutants | Killed | Timed out | Survived | Not covered | Score | Measured (UTC) | Commit |
            |---|---:|---:|---:|---:|---:|---:|---|---|
            """);
        foreach (var score in scores)
        {
            page.AppendLine(CultureInfo.InvariantCulture,
                $"| {score.Folder} | {score.Mutants} | {score.Killed} | {score.TimedOut} | {score.Survived} | {score.NotCovered} | {score.Percent:F1} % | {score.Measured:yyyy-MM-dd HH:mm} | {(score.Commit is { } commit ? $"`{commit}`" : "")} |");
        }

        foreach (var folder in Floors.NotMeasured(scores))
        {
            page.AppendLine(CultureInfo.InvariantCulture, $"| {folder} | | | | | | not measured yet | | |");
        }
    }

    private static void AppendLines(StringBuilder page, IReadOnlyList<LineCoverage> lines)
    {
        page.AppendLine();
        page.AppendLine("""
            ## Lines

            Hand-written lines of `src/` and `generators/` that ran in a test; what the generators of this repository and of .NET emit is not counted. The soak programs and the tests of the packages are not run for it.

            | Project | Folder | Lines | Covered | |
            |---|---|---:|---:|---:|
            """);
        foreach (var project in lines.GroupBy(part => part.Project, StringComparer.Ordinal))
        {
            Append(page, LineCoverage.Sum($"**{project.Key}**", "", project));
            foreach (var folder in project)
            {
                Append(page, folder with { Project = "" });
            }
        }

        foreach (var project in Floors.NotMeasured(lines))
        {
            page.AppendLine(CultureInfo.InvariantCulture, $"| **{project}** | | | | not measured yet |");
        }
    }

    private static void Append(StringBuilder page, LineCoverage part) =>
        page.AppendLine(CultureInfo.InvariantCulture, $"| {part.Project} | {part.Folder} | {part.Lines} | {part.Covered} | {part.Percent:F1} % |");
}
