using AmoCrm.Sdk.Fuzzing.Oracles;
using AmoCrm.Sdk.Paging;

namespace AmoCrm.Sdk.Fuzzing.Targets;

/// <summary>The text by which an enumeration goes on, which callers keep wherever they like.</summary>
internal sealed class ContinuationsTarget : FuzzTarget
{
    private const string Handler = "amocrm_list_leads";
    private const string Path = "/api/v4/leads";

    public override string Name => "continuations";

    public override ValueTask RunAsync(byte[] input)
    {
        try
        {
            var read = PageContinuation.Parse(Handler, Path, Encoding.UTF8.GetString(input));
            FuzzFailureException.ThrowUnless(read is { Handler: Handler, Path: Path }, "Only the list's own continuation is taken.");
            var again = PageContinuation.Parse(Handler, Path, read.ToString());
            FuzzFailureException.ThrowUnless(
                (again.Filter, again.IsFiltered, again.Page, again.Limit) == (read.Filter, read.IsFiltered, read.Page, read.Limit), "Written and read again it is the same.");
        }
        catch (AmoCrmArgumentException)
        {
            // It is no continuation, or one of another list.
        }

        return ValueTask.CompletedTask;
    }
}
