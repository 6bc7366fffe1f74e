using Microsoft.Extensions.Time.Testing;

namespace AmoCrm.Sdk.Tests.Settings;

/// <summary>Who writes the file waits for who is writing it, in whatever process.</summary>
public sealed class JsonFileLockTests : IDisposable
{
    private static readonly AmoCrmSettings Settings = new() { Subdomain = "mycompany", AccessToken = "access-canary", RefreshToken = "refresh-canary" };

    private readonly string _folder = Directory.CreateTempSubdirectory("amocrm-lock-").FullName;
    private readonly FakeTimeProvider _time = new() { AutoAdvanceAmount = TimeSpan.Zero };

    private string FilePath => Path.Combine(_folder, "new", "settings.json");

    private string LockPath => FilePath + ".lock";

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_writer_waits_for_the_lock_and_goes_on_when_it_is_given_back()
    {
        using var store = new JsonFileSettingsStore(FilePath, _time) { LockTimeout = TimeSpan.FromDays(1) };
        await store.SaveAsync("sales", Settings);
        var read = await store.ReadTokensAsync("sales");
        Task saving;
        Task<bool> writing;
        using var another = new JsonFileSettingsStore(FilePath, _time) { LockTimeout = TimeSpan.FromDays(1) };
        await using (Hold())
        {
            saving = store.SaveAsync("support", Settings);
            writing = another.TryWriteTokensAsync("sales", read, read with { Notes = read.Notes with { RefreshedAt = _time.GetUtcNow() } });
            _time.Advance(store.LockTimeout / 2);
            Assert.False(saving.IsCompleted);
            Assert.False(writing.IsCompleted);

            // Reading waits for nobody.
            Assert.Equal(Settings, await store.ResolveAsync("sales", default));
            Assert.Equal(0, (await store.ReadTokensAsync("sales")).Notes.Version);
        }

        await AdvanceUntilAsync(Task.WhenAll(saving, writing), TimeSpan.FromMilliseconds(1));
        Assert.True(await writing);
        Assert.Equal(1, (await store.ReadTokensAsync("sales")).Notes.Version);
        Assert.Equal(Settings, await store.ResolveAsync("support", default));
    }

    [Fact]
    public async Task A_lock_that_is_not_given_back_is_an_error_that_names_it_and_what_to_do()
    {
        using var store = new JsonFileSettingsStore(FilePath, _time) { LockTimeout = TimeSpan.FromSeconds(7) };
        await store.SaveAsync("sales", Settings);
        var before = await File.ReadAllTextAsync(FilePath);
        var read = await store.ReadTokensAsync("sales");
        await using (Hold())
        {
            Task[] calls = [store.SaveAsync("sales", new AmoCrmSettings()), store.TryWriteTokensAsync("sales", read, read with { Settings = Settings with { RefreshToken = "new-canary" } })];
            foreach (var call in calls)
            {
                await AdvanceUntilAsync(call, TimeSpan.FromSeconds(1));
                var exception = await Assert.ThrowsAsync<AmoCrmSettingsStoreException>(() => call);
                Assert.Contains(LockPath, exception.Message, StringComparison.Ordinal);
                Assert.Contains("for 7 seconds", exception.Message, StringComparison.Ordinal);
                Assert.Contains("lsof", exception.Message, StringComparison.Ordinal);
                Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);
            }
        }

        Assert.Equal(before, await File.ReadAllTextAsync(FilePath));
        await store.SaveAsync("sales", Settings with { Subdomain = "other" });
        Assert.Equal("other", (await store.ResolveAsync("sales", default)).Subdomain);
    }

    [Fact]
    public async Task Waiting_for_the_lock_can_be_cancelled()
    {
        using var store = new JsonFileSettingsStore(FilePath, _time);
        await store.SaveAsync("sales", Settings);
        using var cancel = new CancellationTokenSource();
        await using (Hold())
        {
            var saving = store.SaveAsync("sales", new AmoCrmSettings(), cancel.Token);
            Assert.False(saving.IsCompleted);
            await cancel.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => saving);
        }

        Assert.Equal(Settings, await store.ResolveAsync("sales", default));
    }

    [Fact]
    public async Task A_link_and_what_it_points_to_have_one_lock()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege on Windows.");
        var link = Path.Combine(_folder, "link.json");
        File.CreateSymbolicLink(link, FilePath);
        using var store = new JsonFileSettingsStore(link, _time);
        await store.SaveAsync("sales", Settings);
        Task saving;
        await using (Hold())
        {
            saving = store.SaveAsync("sales", Settings);
            Assert.False(saving.IsCompleted);
        }

        await AdvanceUntilAsync(saving, TimeSpan.FromMilliseconds(1));
        await saving;
        Assert.False(File.Exists(link + ".lock"));
    }

    // As another process would have it open.
    private FileStream Hold() => new(LockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    private async Task AdvanceUntilAsync(Task task, TimeSpan step)
    {
        while (!task.IsCompleted)
        {
            _time.Advance(step);
            await Task.Yield();
        }
    }
}
