using System.Net;
using System.Net.Sockets;
using AmoCrm.Sdk.Tests.TestSupport;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk.Tests.Transport;

/// <summary>Real sockets: a permit counts from the moment the bytes leave, not from when sending began, and not from the answer.</summary>
public sealed class LeavingBytesTests : IDisposable
{
    private static readonly AmoCrmRequest Read = new(HttpMethod.Get, "/api/v4/account");
    private static readonly AmoCrmRequest Delete = new(HttpMethod.Delete, "/api/v4/leads/7");
    private static readonly AmoCrmRequest Write = new(HttpMethod.Post, "/api/v4/leads") { Body = "[{}]"u8.ToArray() };

    private readonly StubLimiter _limiter = new();

    private int Left => _limiter.Permit.Log.Count(static entry => entry == "leaves");

    public void Dispose() => _limiter.Dispose();

    // Bytes may arrive a moment before their sender has said so; what would only be said with the answer is not said while it is withheld.
    private bool CountsBeforeTheAnswer(int before) => SpinWait.SpinUntil(() => Left > before, TimeSpan.FromSeconds(10));

    [Theory]
    [InlineData("GET")]
    [InlineData("DELETE")]
    [InlineData("POST")]
    public async Task It_begins_when_the_bytes_are_written_however_long_the_connection_takes(string method)
    {
        var hasCounted = false;
        using var server = new OneByOneServer(() => hasCounted = CountsBeforeTheAnswer(0));
        var isConnecting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var mayConnect = new TaskCompletionSource();
        using var handler = HttpConnection.CreateHandler(TimeSpan.FromMinutes(1));
        handler.ConnectCallback = async (context, cancellationToken) =>
        {
            isConnecting.SetResult();
            await mayConnect.Task;
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        };
        await using var client = Client(server, handler);

        var call = client.SendAsync(method switch { "GET" => Read, "DELETE" => Delete, _ => Write });
        await isConnecting.Task;
        Assert.Empty(_limiter.Permit.Log);
        mayConnect.SetResult();
        Assert.Equal(200, (await call).StatusCode);
        Assert.True(hasCounted, "The permit did not count before the answer.");
        Assert.Equal("disposed", _limiter.Permit.Log[^1]);
    }

    [Fact]
    public async Task So_it_does_over_a_connection_that_is_kept()
    {
        var before = 0;
        var counted = new List<bool>();
        using var server = new OneByOneServer(() => counted.Add(CountsBeforeTheAnswer(before)));
        using var handler = HttpConnection.CreateHandler(TimeSpan.FromMinutes(1));
        await using var client = Client(server, handler);
        foreach (var request in new[] { Read, Write, Read, Delete })
        {
            before = Left;
            await client.SendAsync(request);
        }

        Assert.Equal(1, server.Connections);
        Assert.Equal([true, true, true, true], counted);
        Assert.Equal(4, _limiter.Permit.Log.Count(static entry => entry == "disposed"));
    }

    [Fact]
    public async Task A_connection_that_cannot_be_made_leaves_the_permit_unused()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
        listener.Stop();
        using var handler = HttpConnection.CreateHandler(TimeSpan.FromMinutes(1));
        await using var client = Client(address, handler);
        await Assert.ThrowsAsync<AmoCrmNetworkException>(() => client.SendAsync(Read));
        await Assert.ThrowsAsync<AmoCrmNetworkException>(() => client.SendAsync(Write));
        Assert.Equal(["disposed", "disposed"], _limiter.Permit.Log);
    }

    [Fact]
    public async Task A_handler_of_somebodys_own_tells_of_bodies_and_else_counts_at_the_end()
    {
        var test = new TestClient(options => options.RateLimiter = _limiter);
        var leftMeanwhile = new List<int>();
        test.Http.Answers((_, _) =>
        {
            leftMeanwhile.Add(Left);
            return Task.FromResult(StubHttpHandler.Json(200, "{}"));
        });
        await test.Client.SendAsync(Read);
        Assert.Equal([0], leftMeanwhile);
        Assert.Equal(["leaves", "disposed"], _limiter.Permit.Log);
        await test.Client.SendAsync(Write);
        Assert.Equal([0, 2], leftMeanwhile);
        Assert.Equal(["leaves", "disposed", "leaves", "disposed"], _limiter.Permit.Log);
    }

    [Theory]
    [InlineData(HttpRequestError.ResponseEnded, true)]
    [InlineData(HttpRequestError.ConnectionError, false)]
    public async Task A_failure_there_counts_unless_it_certainly_came_before_the_bytes(HttpRequestError error, bool counts)
    {
        var test = new TestClient(options => options.RateLimiter = _limiter);
        test.Http.Throws(new HttpRequestException(error, "failed"));
        await Assert.ThrowsAsync<AmoCrmNetworkException>(() => test.Client.SendAsync(Read));
        Assert.Equal(counts ? ["leaves", "disposed"] : ["disposed"], _limiter.Permit.Log);
    }

    private AmoCrmClient Client(OneByOneServer server, HttpMessageHandler handler) => Client(server.Address, handler);

    private AmoCrmClient Client(Uri address, HttpMessageHandler handler) => new(new AmoCrmClientOptions
    {
        EmulatorAddress = address,
        HttpMessageHandler = handler,
        RateLimiter = _limiter,
        SettingsResolver = new StaticSettingsResolver(new AmoCrmSettings { Subdomain = "mycompany", AccessToken = "token" }),
    }.OneAttempt());
}
