using System.Globalization;
using System.Xml.Linq;

namespace AmoCrm.Sdk.Quality;

/// <summary>How many lines that can run did so in a test.</summary>
/// <param name="Project">The project, <c>AmoCrm.Sdk</c>.</param>
/// <param name="Folder">The folder in it, <c>Auth</c> with all below it; <c>.</c> is the project itself.</param>
internal sealed record LineCoverage(string Project, string Folder, int Lines, int Covered)
{
    public double Percent => 100.0 * Covered / Lines;

    /// <summary>Reads the merged report. A line counts once, whatever number of classes and assemblies it was compiled into.</summary>
    public static IReadOnlyList<LineCoverage> Read(string report, string root)
    {
        var hits = new Dictionary<(string File, string Line), bool>();
        foreach (var type in XDocument.Load(report).Descendants("class"))
        {
            var file = Path.GetRelativePath(root, type.Attribute("filename")!.Value).Replace('\\', '/');
            foreach (var line in type.Elements("lines").Elements("line"))
            {
                var key = (file, line.Attribute("number")!.Value);
                var isHit = long.Parse(line.Attribute("hits")!.Value, CultureInfo.InvariantCulture) > 0;
                hits[key] = isHit || hits.GetValueOrDefault(key);
            }
        }

        return
        [
            .. hits.GroupBy(hit => Place(hit.Key.File))
                .Select(place => new LineCoverage(place.Key.Project, place.Key.Folder, place.Count(), place.Count(hit => hit.Value)))
                .OrderBy(place => place.Project, StringComparer.Ordinal)
                .ThenBy(place => place.Folder, StringComparer.Ordinal),
        ];
    }

    /// <summary>The same for several folders together.</summary>
    public static LineCoverage Sum(string project, string folder, IEnumerable<LineCoverage> parts)
    {
        var all = parts.ToList();
        return new LineCoverage(project, folder, all.Sum(part => part.Lines), all.Sum(part => part.Covered));
    }

    // src/AmoCrm.Sdk/Auth/Refresh/TokenFlight.cs
    private static (string Project, string Folder) Place(string file)
    {
        var parts = file.Split('/');
        return (parts[1], parts.Length > 3 ? parts[2] : ".");
    }
}
