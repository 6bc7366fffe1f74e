using System.Text;
using System.Text.RegularExpressions;

namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>Names of the manifest as C# names.</summary>
internal static class Identifier
{
    private static readonly Regex Valid = new("^[A-Z][A-Za-z0-9]*$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary><c>created_at</c> → <c>CreatedAt</c>; whatever is no letter or digit separates words.</summary>
    public static string Pascal(string name)
    {
        var result = new StringBuilder(name.Length);
        var startsWord = true;
        foreach (var character in name)
        {
            if (!IsLetterOrDigit(character))
            {
                startsWord = true;
                continue;
            }

            result.Append(startsWord ? char.ToUpperInvariant(character) : character);
            startsWord = false;
        }

        return result.ToString();
    }

    /// <summary>True for a Pascal-cased C# name in ASCII.</summary>
    public static bool IsPascal(string name) => Valid.IsMatch(name);

    private static bool IsLetterOrDigit(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}
