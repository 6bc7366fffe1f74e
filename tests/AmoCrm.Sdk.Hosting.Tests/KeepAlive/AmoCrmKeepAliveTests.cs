using AmoCrm.Sdk.Hosting.Tests.TestSupport;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace AmoCrm.Sdk.Hosting.Tests.KeepAlive;

public sealed class AmoCrmKeepAliveTests : IDisposable
{
    private static readonly AmoCrmSettings Authorized = Integration.Settings with { AccessToken = "access-canary", RefreshToken = "refresh-canary" };

    private readonly WaitingClock _time = new(Tokens.Now);
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
        await _refresher.Received(1).RefreshAsync("old", TimeSpan.FromDays(30), CancellationToken.None);
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
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answer = new TaskCompletionSource<AmoCrmTokenRefreshResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        _refresher.RefreshAsync(Arg.Any<string>(), Arg.Any<TimeSpan>(), Arg.Any<CancellationToken>()).Returns(_ =>
        {
            begun.TrySetResult();
            return answer.Task;
        });
        await StartAsync();
        await _time.WakeAsync();
        await begun.Task.WaitAsync(TestContext.Current.CancellationToken);

        var stop = _service!.StopAsync(TestContext.Current.CancellationToken);
        Assert.False(stop.IsCompleted);
        answer.SetResult(AmoCrmTokenRefreshResult.Refreshed);
        await stop;

        await _refresher.ReceivedWithAnyArgs(1).RefreshAsync(default!, default, default);
        Assert.True(_service.ExecuteTask!.IsCompleted);
    }

    private Task GiveAsync(string agentId, int refreshedDaysAgo) =>
        _store.GiveAsync(agentId, Authorized, record => record.Notes with { RefreshedAt = _time.GetUtcNow().AddDays(-refreshedDaysAgo) });

    private async Task StartAsync(IAmoCrmTokenStore? store = null)
    {
        _service = new AmoCrmKeepAlive(store ?? _store, _refresher, _options, _time, _log);
        await _service.StartAsync(TestContext.Current.CancellationToken);
    }

    private Task PassAsync(TimeSpan time) => _time.PassAsync(time);
}
