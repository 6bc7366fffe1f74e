using System.IO.Compression;
using System.Reflection.Metadata;
using System.Text;

namespace AmoCrm.Sdk.Packaging.Tests.TestSupport;

/// <summary>What a debugger finds in a PDB of a symbol package.</summary>
internal sealed class PackedSymbols
{
    // https://github.com/dotnet/runtime/blob/main/docs/design/specs/PortablePdb-Metadata.md
    private static readonly Guid SourceLinkKind = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");
    private static readonly Guid EmbeddedSourceKind = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    public PackedSymbols(string package, string entry)
    {
        using var archive = ZipFile.OpenRead(package);
        using var file = archive.GetEntry(entry)!.Open();
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        copy.Position = 0;
        using var provider = MetadataReaderProvider.FromPortablePdbStream(copy);
        var pdb = provider.GetMetadataReader();

        SourceLink = Encoding.UTF8.GetString(pdb.GetBlobBytes(pdb.CustomDebugInformation
            .Select(pdb.GetCustomDebugInformation)
            .Single(info => pdb.GetGuid(info.Kind) == SourceLinkKind).Value));
        Documents = [.. pdb.Documents.Select(handle => (
            pdb.GetString(pdb.GetDocument(handle).Name),
            pdb.GetCustomDebugInformation(handle).Any(info => pdb.GetGuid(pdb.GetCustomDebugInformation(info).Kind) == EmbeddedSourceKind)))];
    }

    /// <summary>The JSON that says where the documents are on the web.</summary>
    public string SourceLink { get; }

    /// <summary>The source files, each with whether its text is in the PDB.</summary>
    public IReadOnlyList<(string Path, bool IsEmbedded)> Documents { get; }
}
