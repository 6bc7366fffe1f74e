using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AmoCrm.Sdk.Generators.Reading;

/// <summary>The only place that reads text: files that the project marks with <c>AmoCrmManifest="true"</c>, never every YAML it has.</summary>
internal static class ManifestFileReader
{
    private const string Marker = "build_metadata.AdditionalFiles.AmoCrmManifest";

    /// <summary>The file's path and text; null when it is not marked or cannot be read.</summary>
    public static ManifestFile? Read(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken)
    {
        if (!options.GetOptions(file).TryGetValue(Marker, out var isManifest) || !string.Equals(isManifest, "true", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return file.GetText(cancellationToken) is { } text ? new ManifestFile(file.Path, text.ToString()) : null;
    }
}
