namespace AmoCrm.Cli.Tests.TestSupport;

/// <summary>A standard input on which a line comes later.</summary>
/// <param name="line">The line.</param>
internal sealed class PromisedLine(Task<string> line) : TextReader
{
    public override async ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken) => await line.WaitAsync(cancellationToken);
}
