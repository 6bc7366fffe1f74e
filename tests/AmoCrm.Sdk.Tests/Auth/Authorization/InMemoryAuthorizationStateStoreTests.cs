using Microsoft.Extensions.Time.Testing;

namespace AmoCrm.Sdk.Tests.Auth.Authorization;

public sealed class InMemoryAuthorizationStateStoreTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly InMemoryAuthorizationStateStore _states;

    public InMemoryAuthorizationStateStoreTests()
    {
        _states = new InMemoryAuthorizationStateStore(_clock);
    }

    [Fact]
    public async Task A_state_is_there_once()
    {
        await AddAsync("a", 60);
        Assert.Equal("agent-a", await TakeAsync("a"));
        Assert.Null(await TakeAsync("a"));
        Assert.Null(await TakeAsync("b"));
    }

    [Fact]
    public async Task A_state_ends_and_is_gone_even_if_it_is_asked_for_too_late()
    {
        await AddAsync("a", 60);
        _clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Null(await TakeAsync("a"));
        Assert.Null(await TakeAsync("a"));
    }

    [Fact]
    public async Task Of_many_who_ask_at_once_one_gets_it()
    {
        await AddAsync("a", 60);
        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => TakeAsync("a"))));
        Assert.Single(answers, answer => answer is not null);
    }

    [Fact]
    public async Task When_it_is_full_those_that_ended_go_first_and_then_the_oldest()
    {
        await AddAsync("ends-soon", 1);
        await AddAsync("oldest", 60);
        for (var i = 2; i < InMemoryAuthorizationStateStore.Capacity; i++)
        {
            await AddAsync($"{i}", 90);
        }

        _clock.Advance(TimeSpan.FromSeconds(2));
        await AddAsync("one-more", 90);
        Assert.Equal("agent-2", await TakeAsync("2"));
        await AddAsync("2", 90);
        await AddAsync("another", 90);

        Assert.Null(await TakeAsync("oldest"));
        Assert.Equal("agent-one-more", await TakeAsync("one-more"));
    }

    [Fact]
    public async Task One_more_than_it_holds_costs_the_oldest()
    {
        for (var i = 0; i <= InMemoryAuthorizationStateStore.Capacity; i++)
        {
            await AddAsync($"{i}", 60 + i);
        }

        Assert.Null(await TakeAsync("0"));
        Assert.Equal("agent-1", await TakeAsync("1"));
    }

    private Task AddAsync(string state, int seconds) => _states.AddAsync(state, $"agent-{state}", TimeSpan.FromSeconds(seconds), default);

    private Task<string?> TakeAsync(string state) => _states.TakeAsync(state, default);
}
