using System.CommandLine;

return await new RootCommand("Calls amoCRM by handler name and runs the emulator.").Parse(args).InvokeAsync().ConfigureAwait(false);
