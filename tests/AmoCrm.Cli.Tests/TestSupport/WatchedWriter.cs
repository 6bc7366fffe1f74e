namespace AmoCrm.Cli.Tests.TestSupport;

/// <summary>Text that is written by a command, and the moment when a certain line of it is there.</summary>
/// <param name="begin">How the line begins.</param>
internal sealed class WatchedWriter(string begin) : StringWriter
{
    private readonly TaskCompletionSource _seen = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Seen => _seen.Task;

    public override async Task WriteLineAsync(string? value)
    {
        await base.WriteLineAsync(value);
        if (value?.StartsWith(begin, StringComparison.Ordinal) == true)
        {
            _seen.TrySetResult();
        }
    }
}
