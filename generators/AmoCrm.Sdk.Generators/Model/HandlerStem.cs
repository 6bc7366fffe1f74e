using System.Text;

namespace AmoCrm.Sdk.Generators.Model;

/// <summary>The C# stem of a dispatch name: <c>amocrm_create_company</c> → <c>CreateCompany</c>.</summary>
internal static class HandlerStem
{
    /// <summary>What every dispatch name begins with.</summary>
    public const string Prefix = "amocrm_";

    public static string Of(string handler)
    {
        var stem = new StringBuilder(handler.Length);
        foreach (var word in handler.Substring(Prefix.Length).Split('_'))
        {
            stem.Append(char.ToUpperInvariant(word[0])).Append(word, 1, word.Length - 1);
        }

        return stem.ToString();
    }
}
