using AmoCrm.Sdk.Quality;

if (args is not [var root])
{
    await Console.Error.WriteLineAsync("usage: AmoCrm.Sdk.Quality <repository>; report.sh calls it");
    return 2;
}

var measured = Path.Combine(root, "artifacts", "quality");
var lines = LineCoverage.Read(Path.Combine(measured, "coverage", "Cobertura.xml"), root);
var scores = MutationScore.ReadAll(Path.Combine(measured, "mutation"));

var page = QualityPage.Write(lines, scores);
await File.WriteAllTextAsync(Path.Combine(root, "docs", "quality.md"), page);
await Console.Out.WriteAsync(page);

var below = Floors.Below(lines, scores).ToList();
foreach (var line in below)
{
    await Console.Error.WriteLineAsync(line);
}

return below.Count == 0 ? 0 : 1;
