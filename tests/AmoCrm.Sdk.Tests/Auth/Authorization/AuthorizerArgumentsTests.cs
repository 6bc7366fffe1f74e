using Microsoft.Extensions.Time.Testing;

namespace AmoCrm.Sdk.Tests.Auth.Authorization;

/// <summary>What an authorizer and its store of states are given.</summary>
public sealed class AuthorizerArgumentsTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task An_agent_has_a_name(string? agentId)
    {
        using var bench = new AuthorizationBench();
        var states = new InMemoryAuthorizationStateStore();

        await Refused(nameof(agentId), () => bench.Authorizer.CreateConsentUriAsync(agentId!));
        await Refused(nameof(agentId), () => bench.Authorizer.ExchangeCodeAsync(agentId!, "code"));
        await Refused(nameof(agentId), () => states.AddAsync("state", agentId!, TimeSpan.FromHours(1), default));
        Assert.Empty(bench.Http.Sent);
    }

    [Fact]
    public async Task Without_a_code_or_a_redirect_nothing_is_sent()
    {
        using var bench = new AuthorizationBench();

        await Refused("code", () => bench.Authorizer.ExchangeCodeAsync(AuthorizationBench.Agent, null!));
        await Refused("redirectedTo", () => bench.Authorizer.CompleteAsync(null!));
        var blank = await Assert.ThrowsAsync<AmoCrmArgumentException>(() => bench.Authorizer.ExchangeCodeAsync(AuthorizationBench.Agent, " "));
        Assert.Contains("The code is empty: copy it from the integration's dialog.", blank.Message, StringComparison.Ordinal);
        Assert.Empty(bench.Http.Sent);
    }

    [Fact]
    public void Options_are_needed_and_have_to_be_allowed()
    {
        Assert.Throws<ArgumentNullException>("options", static () => new AmoCrmAuthorizer(null!));
        Assert.Throws<AmoCrmConfigurationException>(static () => new AmoCrmAuthorizer(new AmoCrmClientOptions { AttemptTimeout = TimeSpan.Zero }));
    }

    [Fact]
    public async Task States_are_kept_where_they_are_told_to_be()
    {
        using var bench = new AuthorizationBench();
        var states = new InMemoryAuthorizationStateStore(bench.Clock);
        using var authorizer = new AmoCrmAuthorizer(bench.Options, states);

        var page = await authorizer.CreateConsentUriAsync(AuthorizationBench.Agent);

        var state = page.Query.Split('&', '?').Single(static part => part.StartsWith("state=", StringComparison.Ordinal))["state=".Length..];
        Assert.Equal(AuthorizationBench.Agent, await states.TakeAsync(state, default));
    }

    [Fact]
    public async Task A_state_is_kept_and_taken_by_its_name_unless_the_call_was_cancelled()
    {
        var states = new InMemoryAuthorizationStateStore(new FakeTimeProvider());
        var cancelled = new CancellationToken(canceled: true);

        await Refused("state", () => states.AddAsync("", "agent", TimeSpan.FromHours(1), default));
        await Refused("state", () => states.TakeAsync(null!, default));
        await Assert.ThrowsAsync<OperationCanceledException>(() => states.AddAsync("a", "agent", TimeSpan.FromHours(1), cancelled));
        Assert.Null(await states.TakeAsync("a", default));
        await states.AddAsync("a", "agent", TimeSpan.FromHours(1), default);
        await Assert.ThrowsAsync<OperationCanceledException>(() => states.TakeAsync("a", cancelled));
        Assert.Equal("agent", await states.TakeAsync("a", default));
    }

    [Fact]
    public async Task A_full_store_of_states_that_ended_has_room_for_as_many_again()
    {
        var clock = new FakeTimeProvider();
        var states = new InMemoryAuthorizationStateStore(clock);
        for (var i = 0; i < InMemoryAuthorizationStateStore.Capacity; i++)
        {
            await states.AddAsync($"old-{i}", "agent", TimeSpan.FromSeconds(1), default);
        }

        clock.Advance(TimeSpan.FromSeconds(1));
        for (var i = 0; i < InMemoryAuthorizationStateStore.Capacity; i++)
        {
            await states.AddAsync($"new-{i}", "agent", TimeSpan.FromHours(1), default);
        }

        Assert.Equal("agent", await states.TakeAsync("new-0", default));
    }

    private static async Task Refused(string parameter, Func<Task> call) =>
        Assert.Equal(parameter, (await Assert.ThrowsAnyAsync<ArgumentException>(call)).ParamName);
}
