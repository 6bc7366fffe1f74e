using AmoCrm.Sdk.Hosting.Tests.TestSupport;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace AmoCrm.Sdk.Hosting.Tests.KeepAlive;

public sealed class AmoCrmKeepAliveTests : IDisposable
{
    private static readonly AmoCrmSettings Authorized = Integration.Settings with { AccessToken = "access-canary", RefreshToken = "refresh-canary" };

    private readonly WaitingClock _time = new(Tokens.Now, AmoCrmKeepAlive.LongestWait);
    private readonly InMemorySettingsStore _store;
    private readonly IAmoCrmTokenRefresher _refresher = Substitute.For<IAmoCrmTokenRefresher>();
    private readonly FakeLogger<AmoCrmKeepAlive> _log = new();
    private readonly List<string> _refreshed = [];
    private readonly AmoCrmKeepAliveOptions _options = new();
    private AmoCrmKeepAlive? _service;

    public AmoCrmKeepAliveTests()
    {
        _store = new InMemorySettingsStore(_time);
        _refresher.RefreshAsync(Arg.Any<string>(), Arg.Any<TimeSpan>(), Arg.Any<CancellationToken>()).Returns(async call =>
        {
            var agentId = call.ArgAt<string>(0);
            lock (_refreshed)
            {
                _refreshed.Add(agentId);
            }

            var read = await _store.ReadTokensAsync(agentId);
            Assert.True(await _store.TryWriteTokensAsync(agentId, read, read with { Notes = read.Notes with { RefreshedAt = _time.GetUtcNow() } }));
            return AmoCrmTokenRefreshResult.Refreshed;
        });
    }

    public void Dispose() => _service?.Dispose();

    [Fact]
    public async Task An_idle_year_is_survived_by_every_agent_with_a_dozen_refreshes()
    {
        await GiveAsync("a", refreshedDaysAgo: 0);
        await GiveAsync("b", refreshedDaysAgo: 10);

        var oldest = TimeSpan.Zero;
        await StartAsync();
        for (var day = 0; day < 365; day++)
        {
            await PassAsync(TimeSpan.FromDays(1));
            foreach (var agent in (string[])["a", "b"])
            {
                var record = await _store.ReadTokensAsync(agent, TestContext.Current.CancellationToken);
                oldest = TimeSpan.FromTicks(Math.Max(oldest.Ticks, (record.ReadAt - record.Notes.RefreshedAt!.Value).Ticks));
            }
        }

        Assert.InRange(oldest.TotalDays, 25, 32);
        Assert.InRange(_refreshed.Count, 20, 26);
    }

    [Fact]
    public async Task A_pair_is_refreshed_once_it_is_old_enough_and_the_refresher_is_told_how_old()
    {
        await GiveAsync("young", refreshedDaysAgo: 29);
        await GiveAsync("old", refreshedDaysAgo: 31);
        await StartAsync();

        await PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(["old"], _refreshed);
        await _refresher.Received(1).RefreshAsync("old", TimeSpan.FromDays(30), Arg.Any<CancellationToken>());
        Assert.Contains("old", Assert.Single(_log.Collector.GetSnapshot()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_age_is_taken_from_the_access_token_where_nobody_noted_it_and_what_is_not_known_is_old()
    {
        await _store.GiveAsync("young", Authorized with { AccessToken = AccessTokens.Of(_time.GetUtcNow().AddDays(-2), TimeSpan.FromDays(1)) });
        await _store.GiveAsync("old", Authorized with { AccessToken = AccessTokens.Of(_time.GetUtcNow().AddDays(-31), TimeSpan.FromDays(1)) });
        await _store.GiveAsync("unknown", Authorized);
        await StartAsync();

        await PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(["old", "unknown"], _refreshed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_pair_that_other_software_wrote_beside_an_old_note_is_as_old_as_its_access_token_and_one_of_ours_as_its_note()
    {
        await GiveAsync("theirs", refreshedDaysAgo: 75, AccessTokens.Of(_time.GetUtcNow().AddDays(-1), TimeSpan.FromDays(1)));
        await GiveAsync("ours", refreshedDaysAgo: 1, AccessTokens.Of(_time.GetUtcNow().AddDays(-75), TimeSpan.FromDays(1)));
        await GiveAsync("old", refreshedDaysAgo: 75, AccessTokens.Of(_time.GetUtcNow().AddDays(-31), TimeSpan.FromDays(1)));
        await StartAsync();

        await PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(["old"], _refreshed);
    }

    [Fact]
    public async Task Agents_with_nothing_to_refresh_are_passed_over()
    {
        await _store.GiveAsync("long-lived", Integration.Settings with { AccessToken = AccessTokens.Of(_time.GetUtcNow().AddDays(-200), TimeSpan.FromDays(365)) });
        await _store.GiveAsync("new", Integration.Settings);
        await StartAsync();

        await PassAsync(TimeSpan.FromDays(2));

        Assert.Empty(_refreshed);
        Assert.Empty(_log.Collector.GetSnapshot());
    }

    [Fact]
    public async Task One_that_needs_a_person_is_said_once_and_again_when_it_happens_again()
    {
        await _store.GiveAsync("sales", Authorized, record => Stores.Spent(record, AmoCrmSpendingState.Refused));
        await StartAsync();

        await PassAsync(TimeSpan.FromDays(3));
        Assert.Equal(LogLevel.Error, Assert.Single(_log.Collector.GetSnapshot()).Level);
        Assert.Empty(_refreshed);

        await _store.GiveAsync("sales", Authorized with { RefreshToken = "another-canary" }, record => record.Notes with { RefreshedAt = _time.GetUtcNow() });
        await PassAsync(TimeSpan.FromDays(1));
        await _store.GiveAsync("sales", Authorized with { RefreshToken = "another-canary" }, record => Stores.Spent(record, AmoCrmSpendingState.Refused));
        await PassAsync(TimeSpan.FromDays(1));

        Assert.Equal(2, _log.Collector.GetSnapshot().Count);
        Assert.DoesNotContain("canary", string.Join(' ', _log.Collector.GetSnapshot().Select(entry => $"{entry.Message} {entry.Exception}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_while_refreshing_is_said_as_what_it_is()
    {
        await GiveAsync("sales", refreshedDaysAgo: 40);
        _refresher.RefreshAsync("sales", Arg.Any<TimeSpan>(), Arg.Any<CancellationToken>())
            .ThrowsAsync(new AmoCrmReauthorizationRequiredException("The authorisation has ended.", new AmoCrmApiError { StatusCode = 401, Handler = "token" }));
        await StartAsync();

        await PassAsync(TimeSpan.FromMinutes(1));

        var entry = Assert.Single(_log.Collector.GetSnapshot());
        Assert.Equal(LogLevel.Error, entry.Level);
        Assert.Contains("a person has to authorise", entry.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_trouble_of_one_agent_does_not_stop_the_others_and_is_tried_again()
    {
        await GiveAsync("a", refreshedDaysAgo: 40);
        await GiveAsync("b", refreshedDaysAgo: 40);
        await GiveAsync("c", refreshedDaysAgo: 40);
        _refresher.RefreshAsync("a", Arg.Any<TimeSpan>(), Arg.Any<CancellationToken>()).ThrowsAsync(new AmoCrmConfigurationException("Agent 'a' has no amocrm_redirect_uri."));
        _refresher.RefreshAsync("b", Arg.Any<TimeSpan>(), Arg.Any<CancellationToken>()).ThrowsAsync(new InvalidOperationException("canary"));
        await StartAsync();

        await PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(["c"], _refreshed);
        await PassAsync(TimeSpan.FromHours(7));

        await _refresher.Received(2).RefreshAsync("a", Arg.Any<TimeSpan>(), Arg.Any<CancellationToken>());
        var log = string.Join('\n', _log.Collector.GetSnapshot().Select(entry => $"{entry.Message} {entry.Exception}"));
        Assert.Contains("amocrm_redirect_uri", log, StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException", log, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_is_away_is_asked_again_the_next_time()
    {
        var store = Substitute.For<IAmoCrmTokenStore>();
        store.ListAgentsAsync(Arg.Any<CancellationToken>()).Throws(new AmoCrmSettingsStoreException("The database is away."));
        await StartAsync(store);
        await PassAsync(TimeSpan.FromDays(1));
        Assert.InRange(_log.Collector.Count, 3, 6);
        Assert.All(_log.Collector.GetSnapshot(), entry => Assert.Contains("The database is away.", entry.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_start_does_not_wait_for_the_store_and_a_stop_waits_for_a_refresh_that_has_begun()
    {
        await GiveAsync("a", refreshedDaysAgo: 40);
        await GiveAsync("b", refreshedDaysAgo: 40);
        var (begun, answer) = Hold("a");
        await StartAsync();
        await _time.WakeAsync();
        await begun.WaitAsync(TestContext.Current.CancellationToken);

        var stop = _service!.StopAsync(TestContext.Current.CancellationToken);
        Assert.False(stop.IsCompleted);
        answer.SetResult(AmoCrmTokenRefreshResult.Refreshed);
        await stop;

        await _refresher.ReceivedWithAnyArgs(1).RefreshAsync(default!, default, default);
        Assert.True(_service.ExecuteTask!.IsCompleted);
    }

    [Fact]
    public async Task A_refresh_that_does_not_end_is_said_does_not_cost_the_others_their_tokens_and_is_tried_again()
    {
        await GiveAsync("a", refreshedDaysAgo: 40);
        await GiveAsync("b", refreshedDaysAgo: 40);
        var (begun, answer) = Hold("a");
        await StartAsync();
        await _time.WakeAsync();
        await begun.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Empty(_refreshed);

        _time.Advance(AmoCrmKeepAlive.LongestWait);
        await PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(["b"], _refreshed);
        var entry = Assert.Single(_log.Collector.GetSnapshot(), entry => entry.Level == LogLevel.Warning);
        Assert.Contains("agent a ", entry.Message, StringComparison.Ordinal);
        Assert.Contains("00:05:00", entry.Message, StringComparison.Ordinal);
        answer.SetResult(AmoCrmTokenRefreshResult.Refreshed);
        await PassAsync(TimeSpan.FromHours(7));
        await _refresher.Received(2).RefreshAsync("a", Arg.Any<TimeSpan>(), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task A_store_that_does_not_answer_for_one_agent_does_not_cost_the_others_their_tokens()
    {
        await GiveAsync("b", refreshedDaysAgo: 40);
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var store = Substitute.For<IAmoCrmTokenStore>();
        store.ListAgentsAsync(Arg.Any<CancellationToken>()).Returns(_ => new[] { "a", "b" }.ToAsyncEnumerable());
        store.ReadTokensAsync("b", Arg.Any<CancellationToken>()).Returns(_ => _store.ReadTokensAsync("b"));
        store.ReadTokensAsync("a", Arg.Any<CancellationToken>()).Returns(_ =>
        {
            asked.TrySetResult();
            return new TaskCompletionSource<AmoCrmTokenRecord>().Task;
        });
        await StartAsync(store);
        await _time.WakeAsync();
        await asked.Task.WaitAsync(TestContext.Current.CancellationToken);

        _time.Advance(AmoCrmKeepAlive.LongestWait);
        await PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(["b"], _refreshed);
    }

    [Fact]
    public async Task A_stop_does_not_wait_longer_than_that_for_a_refresh_that_does_not_end()
    {
        await GiveAsync("a", refreshedDaysAgo: 40);
        await GiveAsync("b", refreshedDaysAgo: 40);
        var (begun, _) = Hold("a");
        await StartAsync();
        await _time.WakeAsync();
        await begun.WaitAsync(TestContext.Current.CancellationToken);

        var stop = _service!.StopAsync(TestContext.Current.CancellationToken);
        Assert.False(stop.IsCompleted);
        _time.Advance(AmoCrmKeepAlive.LongestWait);
        await stop;

        Assert.Empty(_refreshed);
        Assert.Contains("goes on", Assert.Single(_log.Collector.GetSnapshot()).Message, StringComparison.Ordinal);
    }

    // Whoever refreshes this agent waits for the answer, and takes no notice of a cancellation.
    private (Task Begun, TaskCompletionSource<AmoCrmTokenRefreshResult> Answer) Hold(string agentId)
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answer = new TaskCompletionSource<AmoCrmTokenRefreshResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        _refresher.RefreshAsync(agentId, Arg.Any<TimeSpan>(), Arg.Any<CancellationToken>()).Returns(_ =>
        {
            begun.TrySetResult();
            return answer.Task;
        });
        return (begun.Task, answer);
    }

    private Task GiveAsync(string agentId, int refreshedDaysAgo, AmoCrmSecret accessToken) =>
        _store.GiveAsync(agentId, Authorized with { AccessToken = accessToken }, record => record.Notes with { RefreshedAt = _time.GetUtcNow().AddDays(-refreshedDaysAgo) });

    private Task GiveAsync(string agentId, int refreshedDaysAgo) => GiveAsync(agentId, refreshedDaysAgo, Authorized.AccessToken!);

    private async Task StartAsync(IAmoCrmTokenStore? store = null)
    {
        _service = new AmoCrmKeepAlive(store ?? _store, _refresher, _options, _time, _log);
        await _service.StartAsync(TestContext.Current.CancellationToken);
    }

    private Task PassAsync(TimeSpan time) => _time.PassAsync(time);
}
