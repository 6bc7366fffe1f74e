using Microsoft.Extensions.Time.Testing;

namespace AmoCrm.Sdk.Hosting.Tests.Signatures;

public sealed class InMemoryUsedTokensTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Start);

    [Fact]
    public async Task What_has_expired_is_forgotten()
    {
        var used = new InMemoryUsedTokens(_time);
        for (var minute = 0; minute < 500; minute++)
        {
            Assert.True(await used.TryUseAsync("client", $"token-{minute}", _time.GetUtcNow().AddMinutes(30), TestContext.Current.CancellationToken));
            _time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.InRange(used.Count, 29, 32);
    }

    [Fact]
    public async Task A_token_is_remembered_to_its_last_moment()
    {
        var used = new InMemoryUsedTokens(_time);
        await used.TryUseAsync("client", "token", Start.AddMinutes(30), TestContext.Current.CancellationToken);

        _time.Advance(TimeSpan.FromMinutes(30));

        Assert.False(await used.TryUseAsync("client", "token", Start.AddMinutes(30), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Integrations_have_ids_of_their_own()
    {
        var used = new InMemoryUsedTokens(_time);
        Assert.True(await used.TryUseAsync("first", "token", Start.AddMinutes(30), TestContext.Current.CancellationToken));
        Assert.True(await used.TryUseAsync("second", "token", Start.AddMinutes(30), TestContext.Current.CancellationToken));
        Assert.False(await used.TryUseAsync("first", "token", Start.AddMinutes(30), TestContext.Current.CancellationToken));
    }
}
