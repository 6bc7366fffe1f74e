using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AmoCrm.Sdk.Tests.TestSupport;

/// <summary>An amoCRM that creates items and knows what it created. Items whose name begins with "bad" are refused.</summary>
/// <param name="fates">What becomes of the requests, by their number; those beyond just work.</param>
/// <param name="delays">How often each gives way to others before it is answered.</param>
internal sealed class CreatingServer(IReadOnlyList<ServerFate> fates, IReadOnlyList<int>? delays = null) : IAmoCrmTransport
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<long>> _created = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _mayHaveCreated = new(StringComparer.Ordinal);
    private readonly List<int> _sizes = [];
    private long _lastId = 1000;
    private int _underWay;

    public IReadOnlyList<int> Sizes => _sizes;

    public int MostUnderWay { get; private set; }

    public TestClient Client(Action<AmoCrmClientOptions>? configure = null) => new(options =>
    {
        options.Transport = this;
        configure?.Invoke(options);
    });

    /// <summary>The ids that the item of that name was given.</summary>
    public IReadOnlyList<long> IdsOf(string name) => _created.GetValueOrDefault(name) ?? [];

    /// <summary>How many requests carried it that were not certainly refused.</summary>
    public int ChancesOf(string name) => _mayHaveCreated.GetValueOrDefault(name);

    public async Task<AmoCrmResponse> SendAsync(AmoCrmRequest request, CancellationToken cancellationToken)
    {
        int number;
        lock (_gate)
        {
            number = _sizes.Count;
            _sizes.Add(0);
            MostUnderWay = Math.Max(MostUnderWay, ++_underWay);
        }

        for (var i = 0; i < (delays is { Count: > 0 } ? delays[number % delays.Count] : 0); i++)
        {
            await Task.Yield();
        }

        lock (_gate)
        {
            _underWay--;
            return Answer(request, number, number < fates.Count ? fates[number] : ServerFate.Works);
        }
    }

    private AmoCrmResponse Answer(AmoCrmRequest request, int number, ServerFate fate)
    {
        using var body = JsonDocument.Parse(request.Body);
        var items = body.RootElement.EnumerateArray().Select(static item => (Name: item.GetProperty("name").GetString()!, RequestId: item.GetProperty("request_id").GetString()!)).ToList();
        _sizes[number] = items.Count;
        var bad = items.Where(static item => item.Name.StartsWith("bad", StringComparison.Ordinal)).ToList();
        if (fate is ServerFate.Works or ServerFate.NamesNobody && bad.Count > 0)
        {
            return Json(400, $$"""{"title":"Bad Request","status":400{{(fate == ServerFate.Works ? Errors(bad) : string.Empty)}}}""");
        }

        switch (fate)
        {
            case ServerFate.CannotProcess:
                return Json(422, """{"title":"Unprocessable Entity"}""");
            case ServerFate.IsTooBusy:
                return Json(429, """{"title":"Too Many Requests"}""");
            case ServerFate.CannotBeReached:
                throw new AmoCrmNetworkException("No connection.");
        }

        foreach (var (name, _) in items)
        {
            _mayHaveCreated[name] = ChancesOf(name) + 1;
        }

        var sound = items.Except(bad).ToList();
        var created = fate switch
        {
            ServerFate.LosesTheRequest => [],
            ServerFate.FailsHalfWay => sound.Take(sound.Count / 2).ToList(),
            _ => sound,
        };
        var told = created.Select(item => (item.RequestId, Id: Create(item.Name))).Where((_, place) => fate == ServerFate.Works || place % 2 == 0).Reverse().ToList();
        var embedded = $$""","_embedded":{"items":[{{string.Join(',', told.Select(static item => $$"""{"id":{{item.Id}},"request_id":"{{item.RequestId}}"}"""))}}]}""";
        return fate switch
        {
            ServerFate.RefusesAndCreates when bad.Count > 0 => Json(400, $$"""{"title":"Bad Request","status":400{{Errors(bad)}}{{embedded}}}"""),
            ServerFate.LosesTheAnswer or ServerFate.LosesTheRequest => throw new AmoCrmOutcomeUnknownException("Lost."),
            ServerFate.ThrowsSomethingElse => throw new NotSupportedException("Somebody's own transport."),
            ServerFate.FailsHalfWay => Json(500, """{"title":"Internal Server Error"}"""),
            ServerFate.AnswersNonsense => Json(200, "nonsense"),
            _ => Json(200, $$"""{"_page":1{{embedded}}}"""),
        };
    }

    private long Create(string name)
    {
        if (!_created.TryGetValue(name, out var ids))
        {
            _created[name] = ids = [];
        }

        ids.Add(++_lastId);
        return _lastId;
    }

    private static string Errors(List<(string Name, string RequestId)> bad) => string.Create(
        CultureInfo.InvariantCulture,
        $$""","validation-errors":[{{string.Join(',', bad.Select(static item => $$"""{"request_id":"{{item.RequestId}}","errors":[{"code":"{{item.Name}}","path":"name"}]}"""))}}]""");

    private static AmoCrmResponse Json(int status, string json) => new(status, Encoding.UTF8.GetBytes(json));
}
