using System.Net;
using System.Net.Sockets;

namespace AmoCrm.Cli.Tests.TestSupport;

/// <summary>Finds a port of this machine that nobody listens at, below those that systems give out by themselves: nobody gets it by chance before it is used.</summary>
internal static class FreePort
{
    public static int Find()
    {
        while (true)
        {
            var port = Random.Shared.Next(20_000, 32_000);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken: another one.
            }
        }
    }
}
