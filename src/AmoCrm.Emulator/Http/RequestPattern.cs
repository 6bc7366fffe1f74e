using System.IO.Enumeration;

namespace AmoCrm.Emulator.Http;

/// <summary>Which requests are meant: by method, or all of them for null, and by path, where <c>*</c> stands for any text.</summary>
internal sealed record RequestPattern(string? Method, string Path)
{
    public bool Matches(string method, string path) =>
        (Method is null || string.Equals(Method, method, StringComparison.OrdinalIgnoreCase))
        && FileSystemName.MatchesSimpleExpression(Path, path, ignoreCase: false);
}
