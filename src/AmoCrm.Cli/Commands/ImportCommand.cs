using System.CommandLine;
using System.Text.Json.Nodes;
using AmoCrm.Cli.Connection;
using AmoCrm.Cli.Output;
using AmoCrm.Cli.Transfer;
using AmoCrm.Cli.Transfer.Imports;
using AmoCrm.Cli.Transfer.Journals;
using AmoCrm.Cli.Transfer.Progress;
using AmoCrm.Sdk;

namespace AmoCrm.Cli.Commands;

/// <summary><c>amocrm import</c>: creates what the rows of a file say.</summary>
internal sealed class ImportCommand(CliConsole console) : ICliCommand
{
    private readonly Argument<string> _what = new("what") { Description = "What is created." };
    private readonly Argument<string> _file = new("file") { Description = "NDJSON or CSV in UTF-8. Its journal, and what became of the rows, are beside it." };
    private readonly TransferOptions _options = new();
    private readonly ConnectionOptions _connection = new(console.Machine);

    public Command Create(CommandHelp help)
    {
        _what.AcceptOnlyFromAmong(ImportTargets.Names);
        var command = new Command("import", "Creates what the rows of a file say, each once; goes on where it was interrupted.") { _what, _file };
        _options.AddTo(command);
        _connection.AddTo(command);
        command.SetAction(RunAsync);
        help.Add(
            command,
            "amocrm import contacts contacts.csv",
            "amocrm import leads leads.ndjson --quiet",
            "amocrm import companies list.txt --format csv --emulator http://127.0.0.1:8085",
            "amocrm import contacts contacts.csv --restart");
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var target = ImportTargets.Get(parsed.GetValue(_what)!);
        var file = Path.GetFullPath(parsed.GetValue(_file)!);
        var format = _options.Format(parsed, file);
        var input = await InputFingerprint.ReadAsync(file, cancellationToken).ConfigureAwait(false);
        using var connection = await _connection.ResolveAsync(parsed, cancellationToken).ConfigureAwait(false);
        var head = new JournalHead(new JsonObject
        {
            ["command"] = "import",
            ["what"] = target.Name,
            ["account"] = await TransferAccount.HostOfAsync(connection, cancellationToken).ConfigureAwait(false),
            ["format"] = format,
            ["input"] = input.ToJson(),
        });
        var amo = new AmoCrmClient(connection.Options);
        await using (amo.ConfigureAwait(false))
        {
            var table = format == TransferFormat.Csv ? new CsvTable(file) : null;
            var rows = await OpenAsync(amo, target, file, table, cancellationToken).ConfigureAwait(false);

            // Also finds a quote that is missing, before anything is sent.
            var total = rows.Read().LongCount();
            using var journalFile = JournalFile.Open(TransferFiles.Journal(file));
            var journal = new ImportJournal(journalFile);
            if (!_options.IsRestart(parsed))
            {
                journal.Read(head);
            }

            if (!journal.IsStarted)
            {
                journal.Start(head);
            }

            var exitCode = await RunAsync(
                new ImportRun(amo.AsBulk(), target, rows, journal, new TransferProgress(target.Name, console.Machine.Time), console.Machine.Time),
                journal,
                total,
                _options.IsQuiet(parsed),
                cancellationToken).ConfigureAwait(false);
            return await FinishAsync(exitCode, file, target, rows, journal, total, table?.Delimiter ?? ',').ConfigureAwait(false);
        }
    }

    private static async Task<IRowFile> OpenAsync(AmoCrmClient amo, ImportTarget target, string file, CsvTable? table, CancellationToken cancellationToken)
    {
        if (table is null)
        {
            return new NdjsonRowFile(file, new EntityMapping(target));
        }

        var headers = table.Read().FirstOrDefault() ?? throw new CliUsageException($"{file} is empty: the first row of a CSV names the parameters.");
        var fields = CsvHeader.NamesFields(headers)
            ? await amo.CustomFields.EnumerateAsync(target.Scope, cancellationToken: cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false)
            : [];
        return new CsvRowFile(table, CsvHeader.Read(target, headers, fields), target.Handler);
    }

    private async Task<int> RunAsync(ImportRun run, ImportJournal journal, long total, bool isQuiet, CancellationToken cancellationToken)
    {
        if (journal.IsDone)
        {
            await console.Error.WriteLineAsync("There is nothing to do: every row has its outcome. --restart imports all rows again.").ConfigureAwait(false);
            return ExitCodes.Success;
        }

        run.Progress.Begin(journal.Rows.Done, total);
        var display = isQuiet ? null : new ProgressDisplay(console, run.Progress);
        return await TransferEnd.RunAsync(console, display, () => run.RunAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    private async Task<int> FinishAsync(int exitCode, string file, ImportTarget target, IRowFile rows, ImportJournal journal, long total, char delimiter)
    {
        var states = journal.Rows;
        new ImportReport(file, delimiter).Write(rows, states);
        var isFinished = exitCode == ExitCodes.Success && states.Done == total;
        if (isFinished && !journal.IsDone)
        {
            journal.Done();
        }

        if (rows.Ignored.Count > 0)
        {
            await console.Error.WriteLineAsync($"Left out, for a creation does not take it: {string.Join(", ", rows.Ignored)}.").ConfigureAwait(false);
        }

        var failed = states.Rejected + states.Unknown + states.NotSent;
        if (failed > 0)
        {
            await console.Error.WriteLineAsync($"Not created, or not known to be: {failed} of {total}. {TransferFiles.Rejected(file)} says why.").ConfigureAwait(false);
        }

        await console.Out.WriteLineAsync(JsonOutput.Format(new JsonObject
        {
            ["what"] = target.Name,
            ["file"] = file,
            ["rows"] = total,
            ["created"] = states.Created,
            ["rejected"] = states.Rejected,
            ["unknown"] = states.Unknown,
            ["not_sent"] = states.NotSent,
            ["finished"] = isFinished,
            ["created_file"] = states.Created > 0 ? TransferFiles.Created(file) : null,
            ["rejected_file"] = failed > 0 ? TransferFiles.Rejected(file) : null,
        })).ConfigureAwait(false);
        return isFinished && failed > 0 ? ExitCodes.Incomplete : exitCode;
    }
}
