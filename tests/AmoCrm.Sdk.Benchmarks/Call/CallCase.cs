using AmoCrm.Sdk.Benchmarks.Data;
using AmoCrm.Sdk.Benchmarks.Peers;
using BenchmarkDotNet.Attributes;

namespace AmoCrm.Sdk.Benchmarks.Call;

/// <summary>A call from its arguments to its result. The SDK's has its whole pipeline on: settings, token, limits, repetition, timeouts, telemetry.</summary>
public abstract class CallCase : BenchmarkCase, IAsyncDisposable
{
    private readonly ICallServer _server;
    private readonly AmoCrmClient _sdk;
    private readonly HandWrittenClient _handWritten;
    private readonly RefitClient _refit;
    private readonly RestSharpClient _restSharp;
    private readonly KiotaClient _kiota;
    private readonly NewtonsoftClient _newtonsoft;

    private protected CallCase(ICallServer server)
    {
        _server = server;
        _sdk = SdkOptions.CreateClient(server);
        _handWritten = new HandWrittenClient(server);
        _refit = new RefitClient(server);
        _restSharp = new RestSharpClient(server);
        _kiota = new KiotaClient(server);
        _newtonsoft = new NewtonsoftClient(server);
    }

    [Benchmark]
    public Task Sdk() => CallAsync(_sdk);

    [Benchmark(Baseline = true)]
    public Task HandWritten() => CallAsync(_handWritten);

    [Benchmark]
    public Task Refit() => CallAsync(_refit);

    [Benchmark]
    public Task RestSharp() => CallAsync(_restSharp);

    [Benchmark]
    public Task Kiota() => CallAsync(_kiota);

    [Benchmark]
    public Task Newtonsoft() => CallAsync(_newtonsoft);

    public override async Task CheckAsync()
    {
        _server.Sent = [];
        await CheckAsync(nameof(Sdk), _sdk);
        foreach (IPeerClient peer in (IPeerClient[])[_handWritten, _refit, _restSharp, _kiota, _newtonsoft])
        {
            await CheckAsync(peer.GetType().Name, peer);
        }

        // The baseline's request is what the others have to send.
        var expected = _server.Sent[1];
        foreach (var sent in _server.Sent)
        {
            SameCall(expected, sent);
        }

        _server.Sent = null;
    }

    public async ValueTask DisposeAsync()
    {
        await _sdk.DisposeAsync();
        foreach (IDisposable peer in (IDisposable[])[_handWritten, _refit, _restSharp, _kiota, _newtonsoft])
        {
            peer.Dispose();
        }

        await _server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected abstract Task CallAsync(AmoCrmClient sdk);

    private protected abstract Task CallAsync(IPeerClient peer);

    /// <summary>Calls, and looks whether what came back is what the server sent.</summary>
    private protected abstract Task CheckAsync(string way, AmoCrmClient sdk);

    /// <inheritdoc cref="CheckAsync(string, AmoCrmClient)"/>
    private protected abstract Task CheckAsync(string way, IPeerClient peer);

    private static void SameCall(SentCall expected, SentCall sent)
    {
        SameWork.Value("A request", expected.Target.Split('?')[0], sent.Target.Split('?')[0]);
        SameWork.Value("A query", Parameters(expected), Parameters(sent));
        SameWork.Value("A token", expected.Authorization, sent.Authorization);
        SameWork.Value("Whether there is a body", expected.Body.Length > 0, sent.Body.Length > 0);
        if (expected.Body.Length > 0)
        {
            SameWork.Json("A body", expected.Body, sent.Body);
        }
    }

    private static string Parameters(SentCall call) => string.Join('&', (call.Target.Split('?') is [_, var query] ? query : string.Empty).Split('&').Order(StringComparer.Ordinal));
}
