using System.Globalization;
using AmoCrm.Sdk.Dispatch;
using AmoCrm.Sdk.Engine;
using AmoCrm.Sdk.Fuzzing.Oracles;

namespace AmoCrm.Sdk.Fuzzing.Targets;

/// <summary>
/// A whole call by name with what amoCRM answers: pages, results, problem documents, the account, handlers with several requests. The first line is the handler, the second
/// its arguments, then come statuses and bodies in turn; the last answer is given as often as it is asked for.
/// </summary>
internal sealed class AnswersTarget : FuzzTarget
{
    private static readonly IReadOnlyDictionary<string, HandlerDescriptor> Handlers = HandlerCatalog.All.ToDictionary(static handler => handler.Name, StringComparer.Ordinal);

    public override string Name => "answers";

    public override IReadOnlyCollection<string> Labels => HandlerCatalog.Names;

    public override IEnumerable<string> Words => HandlerCatalog.Names.Concat(["200", "204", "301", "400", "401", "402", "403", "404", "422", "429", "500", "\n"]);

    public override IReadOnlyList<GrowingInput> Growing =>
    [
        .. GrowingInput.JsonBehind("amocrm_list_companies\n{}\n200\n"),
        .. GrowingInput.JsonBehind("amocrm_get_company\n{\"company_id\":1}\n400\n"),
    ];

    public override async ValueTask RunAsync(byte[] input)
    {
        var labelled = LabelledInput.Parse(input);
        var handler = labelled.Choose(Handlers, HandlerCatalog.Names);
        var lines = labelled.Rest.AsSpan();
        var end = lines.IndexOf((byte)'\n');
        if (end < 0 || Parse(lines[..end]) is not { } arguments)
        {
            return;
        }

        await using var client = FuzzClient.Create(new CannedTransport(labelled.Rest[(end + 1)..]));
        await using var engine = await AmoCrmEngine.CreateAsync(client).ConfigureAwait(false);
        var envelope = await engine.CallHandlerAsync(handler.Name, arguments).ConfigureAwait(false);
        EnvelopeOracle.Check(envelope, handler.Name);
    }

    private static JsonElement? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            return JsonElement.ParseValue(ref reader);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed class CannedTransport(byte[] answers) : IAmoCrmTransport
    {
        private int _next;
        private AmoCrmResponse _last = new(204);

        public Task<AmoCrmResponse> SendAsync(AmoCrmRequest request, CancellationToken cancellationToken)
        {
            if (TakeLine() is { } status)
            {
                var code = int.TryParse(Encoding.UTF8.GetString(status), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 200 and < 600 ? number : 200;
                _last = new AmoCrmResponse(code, TakeLine());
            }

            return Task.FromResult(_last);
        }

        private byte[]? TakeLine()
        {
            if (_next >= answers.Length)
            {
                return null;
            }

            var length = answers.AsSpan(_next).IndexOf((byte)'\n');
            var end = length < 0 ? answers.Length : _next + length;
            var line = answers[_next..end];
            _next = end + 1;
            return line;
        }
    }
}
