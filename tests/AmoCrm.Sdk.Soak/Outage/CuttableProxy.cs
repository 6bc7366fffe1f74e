using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using MongoDB.Driver;

namespace AmoCrm.Sdk.Soak.Outage;

/// <summary>Stands before the real server, which others use as well, and can go away and come back in its place.</summary>
internal sealed class CuttableProxy : IDisposable
{
    private readonly MongoUrl _real;
    private readonly ConcurrentBag<TcpClient> _connections = [];
    private readonly int _port;
    private TcpListener? _listener;

    public CuttableProxy(string connectionString)
    {
        _real = new MongoUrl(connectionString);
        _port = Open(0);
    }

    /// <summary>How the server is reached through the proxy.</summary>
    public string ConnectionString => new MongoUrlBuilder(_real.ToString()) { Server = new MongoServerAddress("127.0.0.1", _port), DirectConnection = true }.ToString();

    public bool IsCut => _listener is null;

    public void Cut()
    {
        Interlocked.Exchange(ref _listener, null)?.Dispose();
        while (_connections.TryTake(out var connection))
        {
            connection.Dispose();
        }
    }

    public void Restore() => Open(_port);

    public void Dispose() => Cut();

    private int Open(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        _listener = listener;
        _ = AcceptAsync(listener);
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                var near = await listener.AcceptTcpClientAsync();
                var far = new TcpClient();
                await far.ConnectAsync(_real.Server.Host, _real.Server.Port);
                _connections.Add(near);
                _connections.Add(far);
                if (_listener != listener)
                {
                    // It was cut while this one was being connected.
                    near.Dispose();
                    far.Dispose();
                    return;
                }

                _ = PassAsync(near, far);
                _ = PassAsync(far, near);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The listener was stopped.
        }
    }

    private static async Task PassAsync(TcpClient from, TcpClient to)
    {
        try
        {
            await from.GetStream().CopyToAsync(to.GetStream());
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut, or closed by the other side.
        }

        from.Dispose();
        to.Dispose();
    }
}
