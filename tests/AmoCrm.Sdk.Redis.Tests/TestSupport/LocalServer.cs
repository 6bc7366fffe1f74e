using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using StackExchange.Redis;

namespace AmoCrm.Sdk.Redis.Tests.TestSupport;

/// <summary>A redis-server of this machine that can be killed and started again, on the same port and without what it knew.</summary>
public sealed class LocalServer : IDisposable
{
    private const string Program = "redis-server";

    private readonly int _port = FreePort();
    private readonly string? _password;
    private Process? _process;

    public LocalServer(string? password = null)
    {
        Assert.SkipUnless(IsInstalled, $"This test kills its Redis: it needs {Program}.");
        _password = password;
    }

    public static bool IsInstalled { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Any(static folder => File.Exists(Path.Combine(folder, Program)));

    public string ConnectionString => $"127.0.0.1:{_port}" + (_password is null ? string.Empty : $",password={_password}");

    public async Task StartAsync()
    {
        string[] arguments = ["--port", $"{_port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", .. _password is null ? Array.Empty<string>() : ["--requirepass", _password]];
        _process = Process.Start(new ProcessStartInfo(Program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        _ = _process.StandardOutput.ReadToEndAsync();
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await using var connection = await ConnectionMultiplexer.ConnectAsync(ConnectionString);
                return;
            }
            catch (RedisConnectionException) when (attempt < 20)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100));
            }
        }
    }

    public void Kill()
    {
        _process!.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _process = null;
    }

    public void Dispose()
    {
        if (_process is not null)
        {
            Kill();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
