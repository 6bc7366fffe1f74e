using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AmoCrm.Sdk.Tests.Transport;

/// <summary>A bare HTTP server: answers each request of each connection with the same, and says before that that it is there.</summary>
internal sealed class OneByOneServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Action _arrived;
    private readonly byte[] _answer;

    /// <param name="arrived">Is called for each request.</param>
    /// <param name="packed">A body that gzip packed; without it the answer is <c>{}</c>.</param>
    public OneByOneServer(Action arrived, byte[]? packed = null)
    {
        _arrived = arrived;
        _answer = packed is null ? Answer("", "{}"u8) : Answer("Content-Encoding: gzip\r\n", packed);
        _listener.Start();
        _ = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    public int Connections { get; private set; }

    /// <summary>Done when the other side has closed a connection.</summary>
    public Task Closed => _closed.Task;

    public void Dispose() => _listener.Dispose();

    private static byte[] Answer(string headers, ReadOnlySpan<byte> body) =>
        [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n{headers}Content-Length: {body.Length}\r\n\r\n"), .. body];

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var connection = await _listener.AcceptTcpClientAsync();
                Connections++;
                _ = ServeAsync(connection);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient connection)
    {
        using (connection)
        {
            using var reader = new StreamReader(connection.GetStream(), Encoding.ASCII);
            while (await ReadAsync(reader))
            {
                _arrived();
                await connection.GetStream().WriteAsync(_answer);
            }
        }

        _closed.TrySetResult();
    }

    /// <summary>Reads a request to its end; false when there is no more.</summary>
    private static async Task<bool> ReadAsync(StreamReader reader)
    {
        var length = 0;
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
            {
                length = int.Parse(line.AsSpan(15), System.Globalization.CultureInfo.InvariantCulture);
            }
            else if (line.Length == 0)
            {
                // Reading nothing would wait for something all the same.
                return length == 0 || await reader.ReadBlockAsync(new char[length]) == length;
            }
        }

        return false;
    }
}
