using System.Text.RegularExpressions;
using AmoCrm.Sdk.Generators.Diagnostics;

namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>A method and a path with variables.</summary>
internal sealed class EndpointTemplate
{
    private static readonly Regex Variable = new("^{[a-z][a-z0-9_]*}$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    private static readonly Regex Literal = new("^[A-Za-z0-9._~-]+$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    private static readonly Regex Braces = new("{(?<name>[a-z][a-z0-9_]*)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private EndpointTemplate(string method, string path)
    {
        Method = method;
        Path = path;
        Segments = path.Substring(1).Split('/');
    }

    public string Method { get; }

    public string Path { get; }

    public IReadOnlyList<string> Segments { get; }

    /// <summary>The names between braces, in order.</summary>
    public IEnumerable<string> Variables => Segments.Where(IsVariable).Select(NameOf);

    public static bool IsVariable(string segment) => segment.Length > 2 && segment[0] == '{';

    public static string NameOf(string segment) => segment.Substring(1, segment.Length - 2);

    /// <summary>Parses <c>GET /api/v4/companies/{company_id}</c>; null when it is no such thing, reported.</summary>
    public static EndpointTemplate? Parse(string text, SourceSpan place, FileScope scope, params string[] methods)
    {
        var space = text.IndexOf(' ');
        if (space < 0)
        {
            return Bad(text, "write METHOD /path", place, scope);
        }

        return Parse(text, text.Substring(0, space), text.Substring(space + 1).Trim(), place, scope, methods);
    }

    public static EndpointTemplate? Parse(string text, string method, string path, SourceSpan place, FileScope scope, params string[] methods)
    {
        if (!methods.Contains(method, StringComparer.Ordinal))
        {
            return Bad(text, $"the method is one of {string.Join(", ", methods)}", place, scope);
        }

        if (path.Length < 2 || path[0] != '/')
        {
            return Bad(text, "the path begins with /", place, scope);
        }

        foreach (var segment in path.Substring(1).Split('/'))
        {
            if (!Variable.IsMatch(segment) && !Literal.IsMatch(segment))
            {
                return Bad(text, $"the segment '{segment}' is neither plain nor one {{variable}} in snake_case", place, scope);
            }
        }

        return new EndpointTemplate(method, path);
    }

    /// <summary>What can be made out of a broken endpoint: its variables, so that the method keeps its parameters.</summary>
    public static EndpointTemplate Salvage(string text, params string[] methods)
    {
        var variables = Braces.Matches(text).Cast<Match>().Select(match => $"{{{match.Groups["name"].Value}}}").Distinct(StringComparer.Ordinal);
        var method = methods.FirstOrDefault(known => text.StartsWith(known, StringComparison.OrdinalIgnoreCase)) ?? methods[0];
        return new EndpointTemplate(method, "/" + string.Join("/", variables));
    }

    private static EndpointTemplate? Bad(string text, string reason, SourceSpan place, FileScope scope)
    {
        scope.Report(DiagnosticDescriptors.BadEndpoint, place, text, reason);
        return null;
    }
}
