using System.Text;
using CsvHelper;

namespace AmoCrm.Cli.Tests.TestSupport;

/// <summary>Reads a table that a command wrote.</summary>
internal static class CsvText
{
    /// <summary>The rows, by header.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string path)
    {
        var text = File.ReadAllText(path, Encoding.UTF8);
        using var csv = CsvReader.FromText(text, new CsvReaderOptions { Separator = text.Contains(';', StringComparison.Ordinal) ? ';' : ',', MalformedData = CsvMalformedDataHandling.Throw });
        var rows = new List<IReadOnlyDictionary<string, string>>();
        while (csv.Read())
        {
            rows.Add(csv.Headers.Select((header, place) => (header, value: csv.GetString(place))).ToDictionary(static pair => pair.header, static pair => pair.value, StringComparer.Ordinal));
        }

        return rows;
    }
}
