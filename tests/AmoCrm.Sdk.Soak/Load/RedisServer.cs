using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace AmoCrm.Sdk.Soak.Load;

/// <summary>The real server: the one that a variable names, else one that is started for the run.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private const string Variable = "AMOCRM_TEST_REDIS";

    private readonly Process? _process;

    private RedisServer(string connectionString, Process? process)
    {
        ConnectionString = connectionString;
        _process = process;
    }

    public string ConnectionString { get; }

    /// <exception cref="NoRedisException">There is none.</exception>
    public static async Task<RedisServer> StartAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
        {
            return new RedisServer(given, null);
        }

        var port = FreePort();
        try
        {
            var process = Process.Start(new ProcessStartInfo("redis-server", ["--port", $"{port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]) { UseShellExecute = false, RedirectStandardOutput = true })!;
            process.OutputDataReceived += static (_, _) => { };
            process.BeginOutputReadLine();
            await AnswersAsync(port);
            return new RedisServer($"127.0.0.1:{port}", process);
        }
        catch (Win32Exception)
        {
            throw new NoRedisException($"There is no Redis: set {Variable} to the connection string of a real server, or install redis-server.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { } process)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task AnswersAsync(int port)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException) when (attempt < 100)
            {
                await Task.Delay(50);
            }
        }
    }
}
