using System.Runtime.CompilerServices;

namespace AmoCrm.Sdk.Tests.Handlers;

/// <summary>Reads recorded-shape answers: our own names and numbers in the shapes of the official samples.</summary>
internal static class Fixture
{
    private static readonly string Folder = Path.Combine(ThisFolder(), "Fixtures");

    /// <summary>The text itself when it is JSON, else the file of that name.</summary>
    public static string Read(string textOrName) =>
        textOrName.AsSpan().TrimStart() is ['{' or '[' or '<', ..] ? textOrName : File.ReadAllText(Path.Combine(Folder, textOrName));

    private static string ThisFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
