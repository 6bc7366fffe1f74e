using AmoCrm.Sdk.Fuzzing.Oracles;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk.Fuzzing.Targets;

/// <summary>Paths that callers write, values that become a part of one, and values in a query: none leaves its place.</summary>
internal sealed class PathsTarget : FuzzTarget
{
    private static readonly Uri Account = new("https://mycompany.amocrm.ru");

    public override string Name => "paths";

    public override IEnumerable<string> Words => ["/", "//", "/..", "/.", "%2e%2e", "%252e%252e", "%2f", "%5c", "\\", "?", "#", "@", ":", "/api/v4/leads", "[]", "&", "="];

    public override IReadOnlyList<GrowingInput> Growing =>
    [
        new("segments", static size => GrowingInput.Repeat("/a", size)),
        new("encoded", static size => "/" + GrowingInput.Repeat("%25", size)),
        new("long", static size => "/" + new string('я', size)),
    ];

    public override ValueTask RunAsync(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        CheckPath(text);
        CheckSegment(text);
        CheckQuery(text);
        return ValueTask.CompletedTask;
    }

    private static void CheckPath(string text)
    {
        try
        {
            var path = ApiPath.Checked(text);
            var uri = new Uri(Account, path);
            FuzzFailureException.ThrowUnless(uri.Host == Account.Host && uri is { Scheme: "https", IsDefaultPort: true, UserInfo: "", Query: "", Fragment: "" }, "A path stays on the account's host.");
            FuzzFailureException.ThrowUnless(uri.AbsolutePath.Count('/') == path.Count('/'), "A path keeps its segments.");
        }
        catch (AmoCrmArgumentException exception)
        {
            Canary.ThrowIfIn(exception);
        }
    }

    private static void CheckSegment(string text)
    {
        try
        {
            var segment = ApiPath.Segment(text, "parameter");
            var uri = new Uri(Account, $"/api/v4/{segment}/end");
            FuzzFailureException.ThrowUnless(uri.Host == Account.Host && uri.Segments is [_, _, _, _, "end"] && uri is { Query: "", Fragment: "" }, "A value stays in its segment.");
            FuzzFailureException.ThrowUnless(Uri.UnescapeDataString(segment) == text || text.Contains('\ufffd', StringComparison.Ordinal), "A value is what it was, decoded.");
        }
        catch (AmoCrmArgumentException exception)
        {
            Canary.ThrowIfIn(exception);
        }
    }

    private static void CheckQuery(string text)
    {
        var query = new QueryString();
        query.Add("first", text);
        query.Add("last", 1);
        var parts = query.ToString().Split('&');
        FuzzFailureException.ThrowUnless(parts is [_, "last=1"] && parts[0].StartsWith("first=", StringComparison.Ordinal) && !parts[0].Contains('#', StringComparison.Ordinal), "A value stays in its part of the query.");
        FuzzFailureException.ThrowUnless(Uri.UnescapeDataString(parts[0]["first=".Length..]) == text || text.Contains('\ufffd', StringComparison.Ordinal), "A value is what it was, decoded.");
    }
}
