using AmoCrm.Cli.Transfer.Exports;
using AmoCrm.Sdk;
using AmoCrm.Sdk.Dispatch;

namespace AmoCrm.Cli.Transfer.Imports;

/// <summary>Reads the headers of a table: names of parameters, <c>custom_fields.</c> with a name, code or id, and what an export has beyond that.</summary>
internal static class CsvHeader
{
    /// <summary>Whether there are columns of custom fields, so that the account's have to be known.</summary>
    public static bool NamesFields(IEnumerable<string> headers) => headers.Any(static header => header.StartsWith(CustomFieldColumn.Prefix, StringComparison.Ordinal));

    /// <summary>The columns.</summary>
    /// <param name="target">What is created.</param>
    /// <param name="headers">The headers.</param>
    /// <param name="fields">The account's custom fields.</param>
    /// <exception cref="CliUsageException">A header is unknown or comes twice. Nothing was sent.</exception>
    public static IReadOnlyList<CsvColumn> Read(ImportTarget target, IReadOnlyList<string> headers, IReadOnlyList<CustomField> fields)
    {
        var mapping = new EntityMapping(target);
        var columns = headers.Select((header, place) => Column(target, mapping, header.Trim(), place, fields)).ToList();
        var twice = columns.Where(static column => !column.IsIgnored).GroupBy(static column => column.Parameter ?? $"{CustomFieldColumn.Prefix}{column.Field!.Key}", StringComparer.Ordinal)
            .FirstOrDefault(static group => group.Count() > 1);
        return twice is null
            ? columns
            : throw new CliUsageException($"Two columns mean the same: {string.Join(" and ", twice.Select(static column => $"'{column.Header}'"))}. Take one of them away.");
    }

    private static CsvColumn Column(ImportTarget target, EntityMapping mapping, string header, int place, IReadOnlyList<CustomField> fields)
    {
        if (header.Length == 0)
        {
            throw new CliUsageException($"Column {place + 1} has no header. The first row of the file names the parameters: 'amocrm handlers {target.Handler.Name}' lists them.");
        }

        if (header.StartsWith(CustomFieldColumn.Prefix, StringComparison.Ordinal))
        {
            return new CsvColumn(header, Parameter: null, Field(header, fields));
        }

        if (mapping.IsParameter(header))
        {
            return new CsvColumn(header, target.Handler.Parameters.First(parameter => parameter.Name == header || parameter.Aliases.Contains(header, StringComparer.Ordinal)).Name, Field: null);
        }

        if (header == CsvExportFormat.Rest || target.Shape.Members.Any(member => member.Name == header))
        {
            return new CsvColumn(header, Parameter: null, Field: null);
        }

        var names = target.Handler.Parameters.Select(static parameter => parameter.Name);
        throw new CliUsageException(
            $"There is no parameter '{header}'.{NameSuggestion.For(header, names)} 'amocrm handlers {target.Handler.Name}' lists them; a custom field is {CustomFieldColumn.Prefix} and its name, code or id.");
    }

    private static CsvFieldColumn Field(string header, IReadOnlyList<CustomField> fields)
    {
        var key = header[CustomFieldColumn.Prefix.Length..];
        return CustomFieldColumn.Find(key, fields) switch
        {
            [var field] => new CsvFieldColumn(CustomFieldColumn.KeyOf(field, fields), field.Type?.Value),
            [] => throw new CliUsageException(
                $"There is no custom field '{key}'.{NameSuggestion.For(key, fields.SelectMany(static field => new[] { field.Name, field.Code }).OfType<string>())} "
                + "'amocrm call amocrm_list_custom_fields' lists them."),
            var several => throw new CliUsageException($"{several.Count} custom fields are called '{key}': use their ids, {string.Join(", ", several.Select(static field => field.Id))}."),
        };
    }
}
