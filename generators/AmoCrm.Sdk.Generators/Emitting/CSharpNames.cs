using System.Text;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Names of the emitted code that follow from names of the manifest.</summary>
internal static class CSharpNames
{
    /// <summary>What the emitted methods call their own parameters and locals.</summary>
    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal)
    {
        "api", "arguments", "cancellationToken", "context", "item", "member", "model", "options", "prefix", "query", "reader", "request", "requestId", "requests",
        "result", "value", "writer", "field",
    };

    /// <summary>A method parameter: <c>CompanyId</c> → <c>companyId</c>.</summary>
    public static string Parameter(string property) => CSharpText.Identifier(Camel(property));

    /// <summary>A local beside the emitted methods' own names: <c>Query</c> → <c>queryValue</c>.</summary>
    public static string Local(string property)
    {
        var name = Camel(property);
        return Taken.Contains(name) ? name + "Value" : CSharpText.Identifier(name);
    }

    /// <summary>The private field behind a property: <c>CompanyId</c> → <c>_companyId</c>.</summary>
    public static string Field(string property) => "_" + Camel(property);

    /// <summary>A dynamic name in C#: <c>create_companies</c> → <c>CreateCompanies</c>, <c>_embedded</c> → <c>Embedded</c>.</summary>
    public static string Pascal(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var word in name.Split(['_', '-', '.'], StringSplitOptions.RemoveEmptyEntries))
        {
            text.Append(char.ToUpperInvariant(word[0])).Append(word, 1, word.Length - 1);
        }

        return text.ToString();
    }

    /// <summary>A property on the wire: <c>FetchError</c> → <c>fetch_error</c>.</summary>
    public static string Snake(string property)
    {
        var text = new StringBuilder(property.Length + 4);
        foreach (var character in property)
        {
            if (char.IsUpper(character) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(character));
        }

        return text.ToString();
    }

    private static string Camel(string property) => char.ToLowerInvariant(property[0]) + property.Substring(1);
}
