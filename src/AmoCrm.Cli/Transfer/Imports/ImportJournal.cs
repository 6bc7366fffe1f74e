using System.Text.Json;
using AmoCrm.Cli.Transfer.Journals;
using AmoCrm.Sdk;

namespace AmoCrm.Cli.Transfer.Imports;

/// <summary>
/// What a journal tells of an import. Rows are noted before the request that carries them leaves, and again when their outcome is there. Whoever finds the one without the other cannot know: such rows
/// are never sent again.
/// </summary>
/// <param name="file">The journal.</param>
internal sealed class ImportJournal(JournalFile file)
{
    /// <summary>Said of rows that a process took along when it was killed.</summary>
    public const string Ambiguity = "It was sent, and amocrm ended before the answer was written down. Look whether it exists before you send it again.";

    /// <summary>Whether it tells of a run at all.</summary>
    public bool IsStarted { get; private set; }

    /// <summary>Whether that run is at its end.</summary>
    public bool IsDone { get; private set; }

    /// <summary>What became of the rows.</summary>
    public RowStates Rows { get; } = new();

    /// <summary>Reads what there is. Rows that were sent and have no outcome are unknown from now on.</summary>
    /// <exception cref="CliUsageException">It is of another run.</exception>
    public void Read(JournalHead head)
    {
        file.Read(line =>
        {
            if (!IsStarted)
            {
                head.Demand(line, file.Path);
                IsStarted = true;
            }
            else
            {
                Take(line);
            }
        });

        if (Rows.Ambiguous() is { Count: > 0 } ambiguous)
        {
            Completed([], [.. ambiguous.Select(static row => (row, new RowFailure(BulkOutcomeKind.Unknown, Ambiguity, [])))]);
        }
    }

    public void Start(JournalHead head)
    {
        file.Clear();
        file.Append(head.WriteTo);
        IsStarted = true;
    }

    /// <summary>Notes rows that are about to be sent.</summary>
    public void Sending(IReadOnlyList<long> rows)
    {
        file.Append(json =>
        {
            json.WriteStartArray("sending");
            foreach (var row in rows)
            {
                json.WriteNumberValue(row);
            }

            json.WriteEndArray();
        });
        foreach (var row in rows)
        {
            Rows.SetSent(row);
        }
    }

    /// <summary>Notes what became of rows.</summary>
    public void Completed(IReadOnlyList<(long Row, long? Id)> created, IReadOnlyList<(long Row, RowFailure Failure)> failed) => Note(created, failed, waitsForDisk: true);

    /// <summary>Notes a row that was refused before anything was sent: the next run would refuse it again.</summary>
    public void Refused(long row, string reason) => Note([], [(row, new RowFailure(BulkOutcomeKind.Rejected, reason, []))], waitsForDisk: false);

    public void Done()
    {
        file.Append(json => json.WriteNumber("done", Rows.Done));
        IsDone = true;
    }

    private void Note(IReadOnlyList<(long Row, long? Id)> created, IReadOnlyList<(long Row, RowFailure Failure)> failed, bool waitsForDisk)
    {
        file.Append(json => Write(json, created, failed), waitsForDisk);
        Take(created, failed);
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<(long Row, long? Id)> created, IReadOnlyList<(long Row, RowFailure Failure)> failed)
    {
        json.WriteStartArray("created");
        foreach (var (row, id) in created)
        {
            json.WriteStartArray();
            json.WriteNumberValue(row);
            if (id is { } number)
            {
                json.WriteNumberValue(number);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("failed");
        foreach (var (row, failure) in failed)
        {
            json.WriteStartObject();
            json.WriteNumber("row", row);
            failure.WriteTo(json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Take(JsonElement line)
    {
        if (line.TryGetProperty("sending", out var sending))
        {
            foreach (var row in sending.EnumerateArray())
            {
                Rows.SetSent(row.GetInt64());
            }
        }
        else if (line.TryGetProperty("created", out var created))
        {
            Take(
                [.. created.EnumerateArray().Select(static pair => (pair[0].GetInt64(), pair.GetArrayLength() > 1 ? pair[1].GetInt64() : (long?)null))],
                [.. line.GetProperty("failed").EnumerateArray().Select(static failure => (failure.GetProperty("row").GetInt64(), RowFailure.Read(failure)))]);
        }
        else
        {
            IsDone |= line.TryGetProperty("done", out _);
        }
    }

    private void Take(IReadOnlyList<(long Row, long? Id)> created, IReadOnlyList<(long Row, RowFailure Failure)> failed)
    {
        foreach (var (row, id) in created)
        {
            Rows.SetCreated(row, id);
        }

        foreach (var (row, failure) in failed)
        {
            Rows.SetFailed(row, failure);
        }
    }
}
