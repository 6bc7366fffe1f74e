using System.Text.Json;
using AmoCrm.Cli.Transfer.Progress;
using AmoCrm.Sdk;

namespace AmoCrm.Cli.Transfer.Exports;

/// <summary>
/// Writes a list to a file, page by page. A page is on the disk before the journal says so, and whatever the file has beyond what the journal says is taken away when the export goes on: killed at any
/// moment, it has nothing twice and nothing lost.
/// </summary>
/// <param name="amo">The account.</param>
/// <param name="job">What to do.</param>
/// <param name="journal">The journal, read.</param>
/// <param name="progress">Is told how far it is.</param>
internal sealed class ExportRun(IAmoCrmClient amo, ExportJob job, ExportJournal journal, TransferProgress progress)
{
    /// <summary>Exports what is not in the file yet.</summary>
    /// <exception cref="OperationCanceledException">It was stopped; everything noted stays.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        progress.Begin(journal.Items, total: null);
        var isNew = !journal.IsStarted;
        var format = await FormatAsync(cancellationToken).ConfigureAwait(false);
        var stream = new FileStream(job.File, isNew ? FileMode.Create : FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        await using (stream.ConfigureAwait(false))
        {
            Position(stream, format);
            if (journal.Length is null || journal.Continuation is not null)
            {
                await CopyAsync(stream, format, cancellationToken).ConfigureAwait(false);
            }

            stream.Flush(flushToDisk: true);
        }

        journal.Done();
    }

    private async Task<IExportFormat> FormatAsync(CancellationToken cancellationToken)
    {
        if (job.Format == TransferFormat.Ndjson)
        {
            if (!journal.IsStarted)
            {
                journal.Start(job.Head, [], []);
            }

            return new NdjsonExportFormat();
        }

        var fields = journal.IsStarted ? journal.Fields : await ReadFieldsAsync(cancellationToken).ConfigureAwait(false);
        var format = new CsvExportFormat(EntityShape.Of(job.Source.Handler), fields, job.Delimiter);
        if (!journal.IsStarted)
        {
            journal.Start(job.Head, format.Columns, fields);
        }

        return format.Columns.SequenceEqual(journal.Columns, StringComparer.Ordinal)
            ? format
            : throw new CliUsageException($"{job.File} was begun by a version of amocrm with other columns. --restart begins anew.");
    }

    private async Task<IReadOnlyList<CustomFieldColumn>> ReadFieldsAsync(CancellationToken cancellationToken) => job.Source.ScopeOf(job.Request) is { } scope
        ? CustomFieldColumn.Of(await amo.CustomFields.EnumerateAsync(scope, cancellationToken: cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false))
        : [];

    private void Position(FileStream stream, IExportFormat format)
    {
        var length = journal.Length ?? 0;
        if (stream.Length < length)
        {
            throw new CliUsageException($"{job.File} is shorter than its journal says: it was changed since. --restart begins anew.");
        }

        stream.SetLength(length);
        stream.Position = length;
        if (length == 0)
        {
            format.WriteHead(stream);
        }
    }

    private async Task CopyAsync(FileStream stream, IExportFormat format, CancellationToken cancellationToken)
    {
        await foreach (var page in job.Source.ReadAsync(amo, job.Request, journal.Continuation, cancellationToken).ConfigureAwait(false))
        {
            var entities = new List<(ReadOnlyMemory<byte> Text, JsonElement Json)>(page.Items.Count);
            var ids = new List<string>(page.Items.Count);
            foreach (var text in page.Items)
            {
                var json = Parse(text);
                var id = json.GetProperty("id").GetRawText();
                if (!journal.Has(id))
                {
                    entities.Add((text, json));
                    ids.Add(id);
                }
            }

            format.Write(stream, entities);
            stream.Flush(flushToDisk: true);
            journal.Page(stream.Position, ids, page.Continuation);
            progress.Report(journal.Items, page.TotalItems);
        }
    }

    private static JsonElement Parse(byte[] text)
    {
        using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 1000 });
        return document.RootElement.Clone();
    }
}
