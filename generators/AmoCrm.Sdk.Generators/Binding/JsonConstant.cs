using System.Globalization;
using System.Text;
using AmoCrm.Sdk.Generators.Parsing;

namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>A constant of the manifest as JSON text.</summary>
internal static class JsonConstant
{
    public static string Of(YamlScalar scalar, FileScope scope) => scalar.Meaning switch
    {
        ScalarMeaning.Null => "null",
        ScalarMeaning.Flag => scalar.Value.ToLowerInvariant(),
        ScalarMeaning.Integer when long.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number.ToString(CultureInfo.InvariantCulture),
        ScalarMeaning.Number when decimal.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number.ToString(CultureInfo.InvariantCulture),
        ScalarMeaning.Text => Quote(scalar.Value),
        _ => Quote(NodeText.Read(scalar, "a constant text", scope) ?? ""),
    };

    private static string Quote(string text)
    {
        var json = new StringBuilder(text.Length + 2).Append('"');
        foreach (var character in text)
        {
            switch (character)
            {
                case '"' or '\\':
                    json.Append('\\').Append(character);
                    break;
                case < ' ':
                    json.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
                    break;
                default:
                    json.Append(character);
                    break;
            }
        }

        return json.Append('"').ToString();
    }
}
