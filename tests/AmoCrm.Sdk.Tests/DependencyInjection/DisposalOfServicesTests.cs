using AmoCrm.Sdk.Tests.Auth.Refresh;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AmoCrm.Sdk.Tests.DependencyInjection;

public sealed class DisposalOfServicesTests : IDisposable
{
    private static readonly AmoCrmRequest Request = new(HttpMethod.Get, "/api/v4/account");

    private readonly string _folder = Directory.CreateTempSubdirectory("amocrm-di-").FullName;
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Services_that_end_wait_for_the_refreshes_of_every_agent_before_the_store_is_closed(bool isAsync)
    {
        using var server = new TokenServer(_clock);
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var isSent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        server.BeforeRefresh = async (_, _) =>
        {
            isSent.TrySetResult();
            await gate.Task;
            return null;
        };
        var pair = server.Issue(TimeSpan.FromMinutes(20));
        var file = Path.Combine(_folder, "settings.json");
        using var before = new JsonFileSettingsStore(file, _clock);
        await before.SaveAsync(RefreshBench.Agent, RefreshBench.Settings(pair));
        var services = new ServiceCollection().AddSingleton<TimeProvider>(_clock);
        services.AddAmoCrm().UseSettings(_ => new JsonFileSettingsStore(file, _clock)).ConfigurePrimaryHttpMessageHandler(() => server);
        var provider = services.BuildServiceProvider();
        _ = provider.GetRequiredService<IAmoCrmClient>();
        await provider.GetRequiredService<IAmoCrmClientFactory>().CreateClient(RefreshBench.Agent).SendAsync(Request);
        await isSent.Task;

        var disposal = isAsync ? provider.DisposeAsync().AsTask() : Task.Run(provider.Dispose);
        Assert.False(disposal.IsCompleted);
        gate.SetResult();
        await disposal;

        var kept = await before.ResolveAsync(RefreshBench.Agent, default);
        Assert.NotEqual(pair.Refresh, kept.RefreshToken!.Reveal());
        Assert.True(server.IsAlive(kept.RefreshToken!.Reveal()));
    }
}
