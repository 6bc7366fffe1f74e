namespace AmoCrm.Emulator.Hosting;

/// <summary>A request as it came, before anything is known about it.</summary>
internal sealed record IncomingRequest(string Method, string Host, string Path, string RawQuery, string Body, Func<string, string?> Header);
