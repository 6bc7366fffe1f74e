using AmoCrm.Cli;
using AmoCrm.Cli.Output;

return await AmocrmCommand.InvokeAsync(args, CliConsole.System()).ConfigureAwait(false);
