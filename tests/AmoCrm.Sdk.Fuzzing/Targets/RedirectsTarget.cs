extern alias Cli;
using AmoCrm.Sdk.Auth.Authorization;
using AmoCrm.Sdk.Fuzzing.Oracles;
using Cli::AmoCrm.Cli;
using Cli::AmoCrm.Cli.Login;

namespace AmoCrm.Sdk.Fuzzing.Targets;

/// <summary>The address that comes back from the consent page, by a browser or pasted by a person, and redirect URIs.</summary>
internal sealed class RedirectsTarget : FuzzTarget
{
    public override string Name => "redirects";

    public override IEnumerable<string> Words =>
        ["https://", "http://", "127.0.0.1", "localhost", "[::1]", "0x7f.1", "2130706433", "?", "&", "code=", "state=", "referer=", "client_id=", "error=", "%00", "%c0%ae", "%", "+", "#", "@", ":8765", "/callback"];

    public override IReadOnlyList<GrowingInput> Growing =>
    [
        new("many values", static size => "http://127.0.0.1:8765/?" + GrowingInput.Repeat("a=b&", size)),
        new("one value many times", static size => "http://127.0.0.1:8765/?" + GrowingInput.Repeat("code=1&", size)),
        new("encoded", static size => "http://127.0.0.1:8765/?code=" + GrowingInput.Repeat("%41", size)),
        new("equals", static size => "http://127.0.0.1:8765/?" + new string('=', size)),
    ];

    public override ValueTask RunAsync(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        if (Uri.TryCreate(text, UriKind.Absolute, out var address))
        {
            CheckQuery(RedirectQuery.Parse(address), text);
        }

        if (LoopbackAddress.TryParse(text, out var loopback))
        {
            FuzzFailureException.ThrowUnless(loopback.Uri is { Scheme: "http", UserInfo: "" } && IsLoopback(loopback.Uri), "A loopback address leads to this machine.");
        }

        CheckPasted(text);
        return ValueTask.CompletedTask;
    }

    private static void CheckQuery(RedirectQuery query, string text)
    {
        var start = text.IndexOf('?', StringComparison.Ordinal) + 1;
        var end = text.IndexOf('#', StringComparison.Ordinal) is >= 0 and var fragment ? fragment : text.Length;
        var codes = start == 0 || start > end ? 0 : text[start..end].Split('&').Count(static part => Uri.UnescapeDataString(part.Split('=')[0]) == "code");
        FuzzFailureException.ThrowUnless(query["code"] is null || codes == 1 || !query.IsUnambiguous, "A value counts where it is there once.");
        FuzzFailureException.ThrowUnless(!query.IsUnambiguous || codes < 2, "A code that is there twice is no code.");
    }

    private static void CheckPasted(string text)
    {
        try
        {
            var pasted = PastedRedirect.Parse(text);
            FuzzFailureException.ThrowUnless(pasted.Code.Reveal().Length > 0, "A pasted address has a code.");
            var printed = (pasted with { Account = null, ClientId = null }).ToString();
            FuzzFailureException.ThrowUnless(pasted.Code.Reveal().Length < 8 || !printed.Contains(pasted.Code.Reveal(), StringComparison.Ordinal), "No code is printed.");
        }
        catch (Exception exception) when (exception is CliUsageException or CliFailureException)
        {
            Canary.ThrowIfIn(exception);
        }
    }

    private static bool IsLoopback(Uri uri) =>
        uri.DnsSafeHost is "localhost" or "loopback" || (System.Net.IPAddress.TryParse(uri.DnsSafeHost, out var address) && System.Net.IPAddress.IsLoopback(address));
}
