using System.Text;
using CsvHelper;

namespace AmoCrm.Cli.Transfer.Imports;

/// <summary>Reads a table cell by cell. The delimiter is whichever of comma, semicolon and tab the header has most of.</summary>
/// <param name="path">The file, in UTF-8.</param>
internal sealed class CsvTable(string path)
{
    private const int LongestHeader = 1024 * 1024;
    private static readonly char[] Delimiters = [',', ';', '\t'];

    /// <summary>What stands between cells.</summary>
    public char Delimiter { get; } = FindDelimiter(path);

    /// <summary>All records, the header first.</summary>
    /// <exception cref="CliUsageException">A quote is missing somewhere.</exception>
    public IEnumerable<string[]> Read()
    {
        using var stream = File.OpenRead(path);
        SkipMark(stream);
        using var csv = CsvReader.Create(stream, Options(), leaveOpen: true);
        while (Next(csv) is { } record)
        {
            yield return record;
        }
    }

    private CsvReaderOptions Options() => new()
    {
        Separator = Delimiter,
        HasHeader = false,
        Encoding = Encoding.UTF8,
        TrimWhitespace = false,
        DetectSeparatorHint = true,
        MalformedData = CsvMalformedDataHandling.Throw,
        IncludeValuesInExceptions = false,
    };

    private string[]? Next(CsvReader csv)
    {
        try
        {
            return csv.Read() ? [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)] : null;
        }
        catch (CsvFormatException exception)
        {
            throw new CliUsageException($"{path} is no CSV: {exception.Message}");
        }
    }

    private static void SkipMark(FileStream stream)
    {
        Span<byte> mark = stackalloc byte[3];
        var length = stream.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false);
        stream.Position = Encoding.UTF8.Preamble.SequenceEqual(mark[..length]) ? length : 0;
    }

    private static char FindDelimiter(string path)
    {
        using var reader = new StreamReader(path, Encoding.UTF8);
        var counts = new int[Delimiters.Length];
        var isQuoted = false;
        for (var i = 0; i < LongestHeader && reader.Read() is >= 0 and var next; i++)
        {
            var character = (char)next;
            isQuoted ^= character == '"';
            if (!isQuoted && character is '\n' or '\r')
            {
                break;
            }

            if (!isQuoted && Array.IndexOf(Delimiters, character) is >= 0 and var place)
            {
                counts[place]++;
            }
        }

        return Delimiters[Array.IndexOf(counts, counts.Max())];
    }
}
