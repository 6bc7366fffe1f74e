using System.Text.RegularExpressions;

namespace AmoCrm.Sdk.Generators.Parsing;

/// <summary>The core schema of YAML 1.2: what a plain scalar means.</summary>
internal static class YamlCoreSchema
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);
    private static readonly Regex Integer = new("^([-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$", Options, Timeout);
    private static readonly Regex Number = new(@"^([-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))$", Options, Timeout);

    public static ScalarMeaning Resolve(string plain) => plain switch
    {
        "" or "~" or "null" or "Null" or "NULL" => ScalarMeaning.Null,
        "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => ScalarMeaning.Flag,
        "yes" or "Yes" or "YES" or "no" or "No" or "NO" or "on" or "On" or "ON" or "off" or "Off" or "OFF" => ScalarMeaning.DisputedFlag,
        _ when Integer.IsMatch(plain) => ScalarMeaning.Integer,
        _ when Number.IsMatch(plain) => ScalarMeaning.Number,
        _ => ScalarMeaning.Text,
    };

    /// <summary>The meaning in words, for messages.</summary>
    public static string Describe(ScalarMeaning meaning) => meaning switch
    {
        ScalarMeaning.Null => "null",
        ScalarMeaning.Flag or ScalarMeaning.DisputedFlag => "a flag",
        ScalarMeaning.Integer or ScalarMeaning.Number => "a number",
        _ => "text",
    };
}
