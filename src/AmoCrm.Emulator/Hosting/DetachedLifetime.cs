using Microsoft.Extensions.Hosting;

namespace AmoCrm.Emulator.Hosting;

/// <summary>The emulator lives in somebody else's process: it must not take Ctrl-C and SIGTERM from it, as a web host does by default.</summary>
internal sealed class DetachedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
