using AmoCrm.Sdk.Auth;
using AmoCrm.Sdk.Tests.Auth.Refresh;
using AmoCrm.Sdk.Tests.TestSupport;

namespace AmoCrm.Sdk.Tests.Auth;

/// <summary>A store that is away is asked again less and less often; one that somebody else writes as well, at once.</summary>
public sealed class StubbornTokenWriteTests
{
    private const string Agent = "sales";

    private readonly HastyClock _clock = new();
    private readonly StoreProbe _store = new(TimeProvider.System);
    private readonly List<Exception?> _missed = [];
    private int _writes;

    [Fact]
    public async Task A_store_that_is_away_is_asked_again_after_twice_the_time_and_at_last_every_two_seconds()
    {
        var isDown = true;
        _store.BeforeWrite = (number, _) => Task.Run(() =>
        {
            isDown = number <= 12;
            ThrowIf(isDown);
        });
        _store.BeforeRead = () => ThrowIf(isDown);

        await WriteAsync();

        Assert.Equal([100, 200, 400, 800, 1600, 2000, 2000, 2000, 2000, 2000, 2000, 2000], _clock.Pauses.Select(static pause => pause.TotalMilliseconds));
        Assert.All(_missed, static failure => Assert.IsType<IOException>(failure));
    }

    [Fact]
    public async Task Somebody_who_is_faster_again_and_again_makes_it_pause_now_and_then()
    {
        _store.BeforeWrite = (number, _) => number <= 10 ? OvertakeAsync() : Task.CompletedTask;

        await WriteAsync();

        Assert.Equal([2000], _clock.Pauses.Select(static pause => pause.TotalMilliseconds));
        Assert.Equal(10, _missed.Count);
        Assert.All(_missed, Assert.Null);
    }

    [Fact]
    public async Task What_was_written_before_the_store_failed_is_not_written_again()
    {
        _store.Answer = _ =>
        {
            _writes++;
            throw new IOException("The connection was lost.");
        };

        await WriteAsync();

        Assert.Equal(1, _writes);
    }

    [Fact]
    public async Task A_store_that_was_disposed_of_is_not_asked_again()
    {
        _store.BeforeWrite = (_, _) => throw new ObjectDisposedException("store");
        await Assert.ThrowsAsync<ObjectDisposedException>(WriteAsync);
        Assert.Empty(_clock.Pauses);
    }

    private async Task WriteAsync()
    {
        await _store.Inner.SaveAsync(Agent, new AmoCrmSettings { RefreshToken = "old" });
        var record = await _store.Inner.ReadTokensAsync(Agent);

        var kept = await new StubbornTokenWrite(_store, Agent, _clock).RunAsync(
            record, static current => current with { Settings = current.Settings with { RefreshToken = "new" } }, IsThere, _missed.Add).WithPatience();

        Assert.True(IsThere(kept));
        Assert.True(IsThere(await _store.Inner.ReadTokensAsync(Agent)));
    }

    private async Task OvertakeAsync()
    {
        var record = await _store.Inner.ReadTokensAsync(Agent);
        Assert.True(await _store.Inner.TryWriteTokensAsync(Agent, record, record));
    }

    private static bool IsThere(AmoCrmTokenRecord record) => record.Settings.RefreshToken!.Reveal() == "new";

    private static void ThrowIf(bool isDown)
    {
        if (isDown)
        {
            throw new IOException("The store is down.");
        }
    }
}
