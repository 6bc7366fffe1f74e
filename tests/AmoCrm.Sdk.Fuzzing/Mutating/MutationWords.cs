using System.Text.RegularExpressions;
using AmoCrm.Sdk.Fuzzing.Oracles;

namespace AmoCrm.Sdk.Fuzzing.Mutating;

/// <summary>What is put into inputs: values that readers trip over, and words of the corpus.</summary>
internal static partial class MutationWords
{
    private const int MaximumMined = 2000;

    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-0", "1", "-1", "5.0", "0.1", "1e400", "1e-400", "1E2", "2147483648", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
        "253402300799", "253402300800", "-62135596801", "79228162514264337593543950336", "\"\"", "\" \"", "\"0\"", "\"1600000000\"", "\"2020-01-01\"", "\"2026-03-01T09:00:00+03:00\"",
        "\"9999-12-31T23:59:59-14:00\"", "\"0001-01-01T00:00:00+14:00\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u0000\"", "\"\\n\"", "[]", "{}", "[[]]", "[null]", "{\"\":null}", "{\"0\":{}}",
        "\"\\ud800\":1,", "\"a\":1,\"a\":2,", "\ufeff", "\u0000", "\u2028", "İ", "\u212a", "%2e%2e", "%00", "%", "//", "\\", "..", "@", "?", "#", "&", "=", "+", "[0]", "[]", "{{", "}}", "{", "}",
        $"\"{Canary.Word}\"", Canary.Word,
    ];

    public static IReadOnlyList<byte[]> Of(FuzzTarget target, IEnumerable<byte[]> corpus) =>
    [
        .. Values
            .Concat(target.Words)
            .Concat(corpus.SelectMany(static input => Word().Matches(Encoding.UTF8.GetString(input)).Select(static match => match.Value)).Distinct(StringComparer.Ordinal).Take(MaximumMined))
            .Select(Encoding.UTF8.GetBytes),
    ];

    [GeneratedRegex("[\"']?[A-Za-z_$][\\w.$-]{1,40}[\"']?", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Word();
}
