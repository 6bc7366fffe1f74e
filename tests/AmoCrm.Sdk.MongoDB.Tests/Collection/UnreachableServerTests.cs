using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using AmoCrm.Sdk.MongoDB.Tests.TestSupport;

namespace AmoCrm.Sdk.MongoDB.Tests.Collection;

/// <summary>These need no server: there is none, or one that never answers.</summary>
public sealed class UnreachableServerTests
{
    [Fact]
    public async Task A_dead_server_is_told_soon_with_its_address_and_without_the_password()
    {
        using var store = Store(ClosedPort());
        var started = Stopwatch.GetTimestamp();

        await AssertRefusedAsync(store, "no MongoDB server at 127.0.0.1");

        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_server_that_never_answers_is_told_too()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var store = Store(((IPEndPoint)listener.LocalEndpoint).Port);

        await AssertRefusedAsync(store, "no MongoDB server at 127.0.0.1");
    }

    [Fact]
    public async Task Nothing_is_sent_to_amoCRM_without_settings()
    {
        using var store = Store(ClosedPort());
        using var network = new NoNetwork();
        await using var client = new AmoCrmClient(new AmoCrmClientOptions { AgentId = "sales", SettingsResolver = store, HttpMessageHandler = network });

        var exception = await Assert.ThrowsAsync<AmoCrmSettingsStoreException>(() => client.SendAsync(new AmoCrmRequest(HttpMethod.Get, "/api/v4/account")));

        Assert.Contains("'sales'", exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, network.Sent);
    }

    [Fact]
    public async Task A_caller_who_cancels_gets_a_cancellation()
    {
        using var store = Store(ClosedPort());
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await store.ResolveAsync("sales", cancel.Token));
    }

    private static async Task AssertRefusedAsync(MongoDbSettingsStore store, string expected)
    {
        foreach (var call in (Func<Task>[])[() => store.ResolveAsync("sales", default).AsTask(), () => store.ListAgentsAsync().FirstOrDefaultAsync().AsTask()])
        {
            var exception = await Assert.ThrowsAsync<AmoCrmSettingsStoreException>(call);
            Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);
        }
    }

    private static MongoDbSettingsStore Store(int port) => new(new MongoDbSettingsOptions
    {
        ConnectionString = $"mongodb://user:canary@127.0.0.1:{port}/?serverSelectionTimeoutMS=600000",
        Database = "any",
        ServerSelectionTimeout = TimeSpan.FromMilliseconds(300),
    });

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
