using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace AmoCrm.Sdk.Tests.Shared;

/// <summary>A redis-server of this machine that can be killed and started again, on the same port and without what it knew.</summary>
/// <param name="password">The password; null for none.</param>
public sealed class LocalRedis(string? password = null) : IDisposable
{
    private const string Program = "redis-server";

    private readonly int _port = FreePort();
    private Process? _process;

    public static bool IsInstalled { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Any(static folder => File.Exists(Path.Combine(folder, Program)));

    public string ConnectionString => $"127.0.0.1:{_port}" + (password is null ? string.Empty : $",password={password}");

    public async Task StartAsync()
    {
        string[] arguments = ["--port", $"{_port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", .. password is null ? Array.Empty<string>() : ["--requirepass", password]];
        _process = Process.Start(new ProcessStartInfo(Program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        _ = _process.StandardOutput.ReadToEndAsync();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, _port);
                return;
            }
            catch (SocketException) when (attempt < 100)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50));
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
