using System.Diagnostics.CodeAnalysis;
using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace AmoCrm.Cli.Login;

/// <summary>A redirect URI that leads to this machine, such as <c>http://127.0.0.1:8765/callback</c>: the command itself can receive what comes back to it.</summary>
/// <param name="Uri">The redirect URI.</param>
internal sealed record LoopbackAddress(Uri Uri)
{
    /// <summary>What the Host header has to be. A page elsewhere can have a browser ask this machine by a name of its own.</summary>
    public string Authority => Uri.Authority;

    public string Path => Uri.AbsolutePath;

    public static bool TryParse(string? redirectUri, [NotNullWhen(true)] out LoopbackAddress? address)
    {
        address = Uri.TryCreate(redirectUri, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback && uri.UserInfo.Length == 0
            ? new LoopbackAddress(uri)
            : null;
        return address is not null;
    }

    /// <summary>Has a server listen there, and nowhere else.</summary>
    public void Listen(KestrelServerOptions server)
    {
        if (IPAddress.TryParse(Uri.DnsSafeHost, out var ip))
        {
            server.Listen(ip, Uri.Port, UseHttp1);
        }
        else
        {
            // A browser may take the name for either of both loopback addresses.
            server.ListenLocalhost(Uri.Port, UseHttp1);
        }
    }

    private static void UseHttp1(ListenOptions listen) => listen.Protocols = HttpProtocols.Http1;
}
