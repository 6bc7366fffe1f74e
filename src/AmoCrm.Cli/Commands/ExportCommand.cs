using System.CommandLine;
using System.Text.Json.Nodes;
using AmoCrm.Cli.Arguments;
using AmoCrm.Cli.Connection;
using AmoCrm.Cli.Output;
using AmoCrm.Cli.Transfer;
using AmoCrm.Cli.Transfer.Exports;
using AmoCrm.Cli.Transfer.Journals;
using AmoCrm.Cli.Transfer.Progress;
using AmoCrm.Sdk;

namespace AmoCrm.Cli.Commands;

/// <summary><c>amocrm export</c>: writes a whole list to a file.</summary>
internal sealed class ExportCommand(CliConsole console) : ICliCommand
{
    private const char ExcelDelimiter = ';';

    private readonly Argument<string> _what = new("what") { Description = "The list." };
    private readonly Argument<string[]> _words = new("key=value") { Description = "Parameters of the list's handler: filter, query, with, order …", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string> _out = new("--out") { Description = "The file to write. Its journal is beside it.", HelpName = "FILE", Required = true };
    private readonly Option<string?> _delimiter = new("--delimiter") { Description = "What stands between the cells of a CSV: semicolon (the default, for Excel), comma or tab.", HelpName = "NAME" };
    private readonly TransferOptions _options = new();
    private readonly ConnectionOptions _connection = new(console.Machine);

    public Command Create(CommandHelp help)
    {
        _what.AcceptOnlyFromAmong(ExportSources.Names);
        _delimiter.AcceptOnlyFromAmong("semicolon", "comma", "tab");
        var command = new Command("export", "Writes a whole list to a file of NDJSON or CSV; goes on where it was interrupted.") { _what, _words, _out, _delimiter };
        _options.AddTo(command);
        _connection.AddTo(command);
        command.SetAction(RunAsync);
        help.Add(
            command,
            "amocrm export contacts --out contacts.ndjson",
            "amocrm export leads --out leads.csv with=contacts 'filter={\"pipeline_id\":[7001]}'",
            "amocrm export notes --out notes.ndjson entity_type=leads",
            "amocrm export catalog-elements --out goods.csv catalog_id=9001 --delimiter comma",
            "amocrm export events --out events.ndjson --restart");
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var source = ExportSources.Get(parsed.GetValue(_what)!);
        var file = Path.GetFullPath(parsed.GetValue(_out)!);
        var format = _options.Format(parsed, file);
        var arguments = HandlerArguments.FromWords(source.Handler, parsed.GetValue(_words) ?? [], "export");
        var request = source.Handler.BindRequest(CallCommand.ToElement(arguments));
        var delimiter = parsed.GetValue(_delimiter) switch
        {
            "comma" => ',',
            "tab" => '\t',
            _ => ExcelDelimiter,
        };
        using var connection = await _connection.ResolveAsync(parsed, cancellationToken).ConfigureAwait(false);
        var head = new JournalHead(new JsonObject
        {
            ["command"] = "export",
            ["what"] = source.Name,
            ["account"] = await TransferAccount.HostOfAsync(connection, cancellationToken).ConfigureAwait(false),
            ["arguments"] = arguments,
            ["format"] = format == TransferFormat.Csv ? $"{format} {delimiter}" : format,
        });
        if (!_options.IsRestart(parsed) && File.Exists(file) && !HasJournal(file))
        {
            throw new CliUsageException($"{file} is there already, and no journal of an export beside it. Name another file, or give --restart to overwrite it.");
        }

        using var journalFile = JournalFile.Open(TransferFiles.Journal(file));
        var journal = new ExportJournal(journalFile);
        if (!_options.IsRestart(parsed))
        {
            journal.Read(head);
        }

        return await RunAsync(new ExportJob(source, request, file, format, delimiter, head), journal, connection.Options, _options.IsQuiet(parsed), cancellationToken).ConfigureAwait(false);
    }

    private async Task<int> RunAsync(ExportJob job, ExportJournal journal, AmoCrmClientOptions options, bool isQuiet, CancellationToken cancellationToken)
    {
        var exitCode = ExitCodes.Success;
        if (journal.IsDone)
        {
            await console.Error.WriteLineAsync($"There is nothing to do: {job.File} is whole. --restart exports anew.").ConfigureAwait(false);
        }
        else
        {
            var progress = new TransferProgress(job.Source.Name, console.Machine.Time);
            var amo = new AmoCrmClient(options);
            await using (amo.ConfigureAwait(false))
            {
                var run = new ExportRun(amo.AsBulk(), job, journal, progress);
                var display = isQuiet ? null : new ProgressDisplay(console, progress);
                exitCode = await TransferEnd.RunAsync(console, display, () => run.RunAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
            }
        }

        if (exitCode is not ExitCodes.Usage)
        {
            await console.Out.WriteLineAsync(JsonOutput.Format(new JsonObject
            {
                ["what"] = job.Source.Name,
                ["file"] = job.File,
                ["items"] = journal.Items,
                ["finished"] = exitCode == ExitCodes.Success,
            })).ConfigureAwait(false);
        }

        return exitCode;
    }

    private static bool HasJournal(string file) => new FileInfo(TransferFiles.Journal(file)) is { Exists: true, Length: > 0 };
}
