using System.IO.Compression;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace AmoCrm.Sdk.Packaging.Tests.TestSupport;

/// <summary>A package file, opened.</summary>
internal sealed class PackedPackage
{
    private readonly XElement _metadata;

    public PackedPackage(string path)
    {
        Path = path;
        using var archive = ZipFile.OpenRead(path);
        Files = [.. archive.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal)];

        using var nuspec = archive.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        _metadata = XDocument.Load(nuspec).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
    }

    public string Path { get; }

    public IReadOnlyList<string> Files { get; }

    public string? License => Element("license")?.Value;

    public string? Readme => Element("readme")?.Value;

    public string? RepositoryUrl => Element("repository")?.Attribute("url")?.Value;

    public string? RepositoryCommit => Element("repository")?.Attribute("commit")?.Value;

    /// <summary>The ids of the packages it depends on, by target framework (<c>net8.0</c>).</summary>
    public IReadOnlyDictionary<string, string[]> Dependencies => _metadata
        .Descendants()
        .Where(element => element.Name.LocalName == "group" && element.Parent!.Name.LocalName == "dependencies")
        .ToDictionary(
            group => group.Attribute("targetFramework")!.Value,
            group => group.Elements().Select(dependency => dependency.Attribute("id")!.Value).ToArray());

    /// <summary>A line for each dependency, with its version, and one for a framework without any.</summary>
    public IReadOnlyList<string> DependencyLines => [.. _metadata
        .Descendants()
        .Where(static element => element.Name.LocalName == "group")
        .SelectMany(static group => group.Elements()
            .Select(static dependency => $"{dependency.Name.LocalName} {dependency.Attribute("id")?.Value ?? dependency.Attribute("name")!.Value} {dependency.Attribute("version")?.Value}".TrimEnd())
            .DefaultIfEmpty("(none)")
            .Select(line => $"{group.Attribute("targetFramework")!.Value} {line}"))
        .Order(StringComparer.Ordinal)];

    /// <summary>The bytes of a file, unpacked.</summary>
    public long LengthOf(string file)
    {
        using var archive = ZipFile.OpenRead(Path);
        return archive.GetEntry(file)!.Length;
    }

    /// <summary>Whether the compiler left time and chance out of an assembly: it says so in an entry of its own.</summary>
    public bool IsDeterministic(string assembly)
    {
        using var archive = ZipFile.OpenRead(Path);
        using var file = archive.GetEntry(assembly)!.Open();
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        copy.Position = 0;
        using var image = new PEReader(copy);
        return image.ReadDebugDirectory().Any(static entry => entry.Type == DebugDirectoryEntryType.Reproducible);
    }

    private XElement? Element(string name)
    {
        return _metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name);
    }
}
