using Microsoft.Extensions.Hosting;

namespace AmoCrm.Cli.Login;

/// <summary>The command decides when its listener ends, and Ctrl-C is the command's: a web host takes it by default.</summary>
internal sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
