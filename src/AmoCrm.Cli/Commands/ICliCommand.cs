using System.CommandLine;

namespace AmoCrm.Cli.Commands;

/// <summary>A subcommand of <c>amocrm</c>.</summary>
internal interface ICliCommand
{
    /// <summary>Declares its options, its action and its examples.</summary>
    Command Create(CommandHelp help);
}
