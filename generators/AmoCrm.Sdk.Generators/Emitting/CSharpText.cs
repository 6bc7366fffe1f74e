using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Text of the manifest as C#: the only place where anything is escaped.</summary>
internal static class CSharpText
{
    /// <summary>A string literal with its quotes; a raw one where that needs no escapes.</summary>
    public static string Literal(string value) => IsBetterRaw(value) ? $"\"\"\"{value}\"\"\"" : Escaped(value);

    /// <summary>A UTF-8 literal: <c>"id"u8</c>.</summary>
    public static string Utf8Literal(string value) => Literal(value) + "u8";

    /// <summary>Text for an XML comment, on one line; <c>`code`</c> becomes a code element.</summary>
    public static string XmlDoc(string text)
    {
        var escaped = string.Join(" ", new string([.. text.Select(static character => IsBlank(character) ? ' ' : character)]).Split([' '], StringSplitOptions.RemoveEmptyEntries))
            .Replace("&", "&amp;")
            .Replace("<", "&lt;")
            .Replace(">", "&gt;");
        var parts = escaped.Split('`');

        // An odd backtick is a character of the text, not the start of code.
        if (parts.Length % 2 == 0)
        {
            return escaped;
        }

        var result = new StringBuilder(parts[0]);
        for (var i = 1; i < parts.Length; i += 2)
        {
            result.Append("<c>").Append(parts[i]).Append("</c>").Append(parts[i + 1]);
        }

        return result.ToString();
    }

    /// <summary>A JSON string with its quotes, which may stand in a line comment: nothing in it ends a line of C#.</summary>
    public static string Json(string value) => Escaped(value).Replace("\u007f", "\\u007f");

    /// <summary>The name as an identifier, with <c>@</c> where C# has a keyword of that spelling.</summary>
    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    /// <summary>A number as C# writes it in every culture.</summary>
    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    // C# ends a line at more characters than \n, and XML has none of the control characters (CSharpTextTests).
    private static bool IsBlank(char character) => char.IsControl(character) || character is '\u2028' or '\u2029';

    private static bool IsBetterRaw(string value) =>
        value.IndexOfAny(['"', '\\']) >= 0
        && value[0] != '"'
        && value[value.Length - 1] != '"'
        && !value.Contains("\"\"\"")
        && value.All(static character => character >= ' ' && character is not ('\u0085' or '\u2028' or '\u2029'));

    private static string Escaped(string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('"');
        foreach (var character in value)
        {
            text.Append(character switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' or '\u0085' or '\u2028' or '\u2029' => "\\u" + ((int)character).ToString("x4", CultureInfo.InvariantCulture),
                _ => character.ToString(),
            });
        }

        return text.Append('"').ToString();
    }
}
