using System.CommandLine;

namespace AmoCrm.Cli.Transfer;

/// <summary>The options that exports and imports have in common.</summary>
internal sealed class TransferOptions
{
    private readonly Option<string?> _format = new("--format") { Description = "The file's format; by default what its name ends with.", HelpName = string.Join('|', TransferFormat.All) };
    private readonly Option<bool> _restart = new("--restart") { Description = "Begin anew, whatever the journal says, and overwrite what is there." };
    private readonly Option<bool> _quiet = new("--quiet") { Description = "No progress on standard error." };

    public TransferOptions() => _format.AcceptOnlyFromAmong(TransferFormat.All);

    public void AddTo(Command command)
    {
        command.Options.Add(_format);
        command.Options.Add(_restart);
        command.Options.Add(_quiet);
    }

    public string Format(ParseResult parsed, string file) => TransferFormat.Of(parsed.GetValue(_format), file);

    public bool IsRestart(ParseResult parsed) => parsed.GetValue(_restart);

    public bool IsQuiet(ParseResult parsed) => parsed.GetValue(_quiet);
}
