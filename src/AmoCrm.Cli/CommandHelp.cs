using System.CommandLine;
using System.CommandLine.Invocation;

namespace AmoCrm.Cli;

/// <summary>Prints examples under the help page of each command.</summary>
internal sealed class CommandHelp
{
    private readonly Dictionary<Command, string[]> _examples = [];

    public void Add(Command command, params string[] examples) => _examples.Add(command, examples);

    /// <summary>The action that prints the usual page and then the command's examples.</summary>
    public CommandLineAction CreateAction(SynchronousCommandLineAction usual) => new WithExamples(usual, _examples);

    private sealed class WithExamples(SynchronousCommandLineAction usual, Dictionary<Command, string[]> examples) : SynchronousCommandLineAction
    {
        // A help page must come even where a required argument is missing: that is why somebody asks for it.
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var exitCode = usual.Invoke(parseResult);
            if (examples.TryGetValue(parseResult.CommandResult.Command, out var lines))
            {
                var output = parseResult.InvocationConfiguration.Output;
                output.WriteLine("Examples:");
                foreach (var line in lines)
                {
                    output.WriteLine($"  {line}");
                }
            }

            return exitCode;
        }
    }
}
