extern alias Cli;
using AmoCrm.Sdk.Fuzzing.Oracles;
using Cli::AmoCrm.Cli;
using Cli::AmoCrm.Cli.Transfer.Imports;

namespace AmoCrm.Sdk.Fuzzing.Targets;

/// <summary>Files that people import: tables and lines of JSON. A row that cannot be bound is refused with what an import catches; a file that cannot be read, with a sentence.</summary>
internal sealed class RowsTarget : FuzzTarget
{
    private static readonly ImportTarget Contacts = ImportTargets.Get("contacts");

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"amocrm-fuzz-rows-{Environment.ProcessId}");

    public override string Name => "rows";

    public override IEnumerable<string> Words => Contacts.Handler.Parameters.Select(static parameter => parameter.Name).Concat([",", ";", "\t", "\"", "\"\"", "\r\n", "sep=;\n"]);

    public override IReadOnlyList<GrowingInput> Growing =>
    [
        .. GrowingInput.Json,
        new("open quote", static size => "name,phone\n\"" + new string('x', size)),
        new("many cells", static size => "name,phone\n" + new string(',', size)),
        new("many columns", static size => GrowingInput.Repeat("name,", size)),
        new("many rows", static size => "name,phone\n" + GrowingInput.Repeat("a,b\n", size)),
        new("quotes", static size => "name,phone\n" + new string('"', size)),
    ];

    public override ValueTask RunAsync(byte[] input)
    {
        File.WriteAllBytes(_file, input);
        try
        {
            CheckTable();
            Check(new NdjsonRowFile(_file, new EntityMapping(Contacts)));
        }
        finally
        {
            File.Delete(_file);
        }

        return ValueTask.CompletedTask;
    }

    private void CheckTable()
    {
        try
        {
            var table = new CsvTable(_file);
            if (table.Read().FirstOrDefault() is { } header)
            {
                Check(new CsvRowFile(table, CsvHeader.Read(Contacts, header, []), Contacts.Handler));
            }
        }
        catch (CliUsageException)
        {
            // A quote is missing, or a column is none that the creation takes.
        }
    }

    private static void Check(IRowFile rows)
    {
        foreach (var row in rows.Read())
        {
            try
            {
                Contacts.Handler.BindRequest(row.ToArguments());
            }
            catch (Exception exception) when (exception is ArgumentException or CliUsageException or JsonException or InvalidOperationException)
            {
                // What ImportRun writes into its journal. The report has the row as it was.
                using var writer = new Utf8JsonWriter(Stream.Null);
                row.WriteTo(writer);
            }
        }
    }
}
