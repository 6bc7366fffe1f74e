using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using MongoDB.Bson;
using MongoDB.Bson.Serialization;
using MongoDB.Driver;

namespace AmoCrm.Sdk.MongoDB.Tests.TestSupport;

/// <summary>
/// Stands before the real server and says that it is the primary of a replica set, for drivers send no read preference to a lone server. It can also go away and
/// come back, or keep the answers to itself. Everything but the greeting passes unchanged.
/// </summary>
public sealed class ReplicaSetFace : IDisposable
{
    private const int HeaderLength = 16;
    private const int ReplyHead = HeaderLength + 20;
    private const int MessageHead = HeaderLength + 5;
    private const int MessageOpCode = 2013;

    private readonly MongoServerAddress _real = new MongoUrl(RealServer.ConnectionString).Server;
    private readonly ConcurrentBag<TcpClient> _connections = [];
    private readonly int _port;
    private TcpListener? _listener;

    public ReplicaSetFace()
    {
        _port = Open(0);
    }

    /// <summary>Whether answers to anything but greetings are held back for good.</summary>
    public bool IsSilent { get; set; }

    public string ConnectionString(string query)
    {
        var url = new MongoUrlBuilder(RealServer.ConnectionString) { Server = new MongoServerAddress("127.0.0.1", _port) }.ToString();
        return $"{url}{(url.EndsWith('/') ? string.Empty : "/")}?{query}";
    }

    public void GoAway()
    {
        _listener?.Stop();
        while (_connections.TryTake(out var connection))
        {
            connection.Dispose();
        }
    }

    public void ComeBack() => Open(_port);

    public void Dispose() => GoAway();

    private int Open(int port)
    {
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        _ = AcceptAsync(_listener);
        return ((IPEndPoint)_listener.LocalEndpoint).Port;
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                var near = await listener.AcceptTcpClientAsync();
                var far = new TcpClient();
                _connections.Add(near);
                _connections.Add(far);
                await far.ConnectAsync(_real.Host, _real.Port);
                _ = PassAsync(near, far, static _ => true);
                _ = PassAsync(far, near, Greet);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The listener was stopped.
        }
    }

    private static async Task PassAsync(TcpClient from, TcpClient to, Func<Message, bool> change)
    {
        try
        {
            while (true)
            {
                var header = new byte[HeaderLength];
                await from.GetStream().ReadExactlyAsync(header);
                var bytes = new byte[BinaryPrimitives.ReadInt32LittleEndian(header)];
                header.CopyTo(bytes, 0);
                await from.GetStream().ReadExactlyAsync(bytes.AsMemory(HeaderLength));
                var message = new Message(bytes);
                if (change(message))
                {
                    await to.GetStream().WriteAsync(message.Bytes);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            from.Dispose();
            to.Dispose();
        }
    }

    private bool Greet(Message message)
    {
        var head = BinaryPrimitives.ReadInt32LittleEndian(message.Bytes.AsSpan(12)) == MessageOpCode ? MessageHead : ReplyHead;
        var answer = BsonSerializer.Deserialize<BsonDocument>(message.Bytes[head..]);
        if (!answer.Contains("isWritablePrimary") && !answer.Contains("ismaster"))
        {
            return !IsSilent;
        }

        var address = $"127.0.0.1:{_port}";
        answer["setName"] = "face";
        answer["setVersion"] = 1;
        answer["hosts"] = new BsonArray { address };
        answer["me"] = address;
        answer["primary"] = address;
        message.Bytes = [.. message.Bytes[..head], .. answer.ToBson()];
        BinaryPrimitives.WriteInt32LittleEndian(message.Bytes, message.Bytes.Length);
        return true;
    }

    private sealed class Message(byte[] bytes)
    {
        public byte[] Bytes { get; set; } = bytes;
    }
}
