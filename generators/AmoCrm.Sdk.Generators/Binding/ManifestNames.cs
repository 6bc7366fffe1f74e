using System.Text.RegularExpressions;
using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>How names of the manifest are spelt.</summary>
internal static class ManifestNames
{
    private static readonly Regex Snake = new("^[a-z][a-z0-9]*(_[a-z0-9]+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    public static bool IsSnakeCase(string name) => Snake.IsMatch(name);

    public static bool IsHandler(string name) => name.StartsWith(HandlerStem.Prefix, StringComparison.Ordinal) && IsSnakeCase(name);
}
