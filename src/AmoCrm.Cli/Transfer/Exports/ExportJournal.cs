using AmoCrm.Cli.Transfer.Journals;

namespace AmoCrm.Cli.Transfer.Exports;

/// <summary>What a journal tells of an export: how far the file is, and what goes on behind it.</summary>
/// <param name="file">The journal.</param>
internal sealed class ExportJournal(JournalFile file)
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    /// <summary>Whether it tells of a run at all.</summary>
    public bool IsStarted { get; private set; }

    /// <summary>Whether that run is at its end.</summary>
    public bool IsDone { get; private set; }

    /// <summary>The headers of the table; empty where there is none.</summary>
    public IReadOnlyList<string> Columns { get; private set; } = [];

    /// <summary>The custom fields of the last columns but one.</summary>
    public IReadOnlyList<CustomFieldColumn> Fields { get; private set; } = [];

    /// <summary>The bytes of the file that count; null before the first page.</summary>
    public long? Length { get; private set; }

    /// <summary>What goes on behind them; null at the beginning, and behind the last page.</summary>
    public string? Continuation { get; private set; }

    public long Items { get; private set; }

    /// <summary>Reads what there is.</summary>
    /// <exception cref="CliUsageException">It is of another run.</exception>
    public void Read(JournalHead head)
    {
        file.Read(line =>
        {
            if (!IsStarted)
            {
                head.Demand(line, file.Path);
                Columns = [.. line.GetProperty("columns").EnumerateArray().Select(static column => column.GetString()!)];
                Fields = [.. line.GetProperty("fields").EnumerateArray().Select(static field => new CustomFieldColumn(field[1].GetString()!, field[0].GetInt64()))];
                IsStarted = true;
            }
            else if (line.TryGetProperty("length", out var length))
            {
                Length = length.GetInt64();
                Continuation = line.TryGetProperty("continuation", out var continuation) ? continuation.GetString() : null;
                Items += line.GetProperty("ids").GetArrayLength();
                _ids.UnionWith(line.GetProperty("ids").EnumerateArray().Select(static id => id.GetRawText()));
            }
            else
            {
                IsDone |= line.TryGetProperty("done", out _);
            }
        });
    }

    /// <summary>Whether an earlier run has it already. Where rows moved on meanwhile, as in a log with the newest first, they come again behind a continuation.</summary>
    /// <param name="id">The id as JSON.</param>
    public bool Has(string id) => _ids.Contains(id);

    public void Start(JournalHead head, IReadOnlyList<string> columns, IReadOnlyList<CustomFieldColumn> fields)
    {
        file.Clear();
        file.Append(json =>
        {
            head.WriteTo(json);
            json.WriteStartArray("columns");
            foreach (var column in columns)
            {
                json.WriteStringValue(column);
            }

            json.WriteEndArray();
            json.WriteStartArray("fields");
            foreach (var field in fields)
            {
                json.WriteStartArray();
                json.WriteNumberValue(field.FieldId);
                json.WriteStringValue(field.Header);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        });
        (Columns, Fields, IsStarted) = (columns, fields, true);
    }

    /// <summary>Notes a page that is in the file, and on the disk.</summary>
    public void Page(long length, IReadOnlyList<string> ids, string? continuation)
    {
        file.Append(json =>
        {
            json.WriteNumber("length", length);
            json.WriteStartArray("ids");
            foreach (var id in ids)
            {
                json.WriteRawValue(id);
            }

            json.WriteEndArray();
            if (continuation is not null)
            {
                json.WriteString("continuation", continuation);
            }
        });
        Items += ids.Count;
    }

    public void Done() => file.Append(json => json.WriteNumber("done", Items));
}
