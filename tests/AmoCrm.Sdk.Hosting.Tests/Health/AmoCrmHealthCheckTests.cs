using AmoCrm.Sdk.Hosting.Tests.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace AmoCrm.Sdk.Hosting.Tests.Health;

public sealed class AmoCrmHealthCheckTests
{
    private static readonly AmoCrmSettings Authorized = Integration.Settings with { AccessToken = "access-canary", RefreshToken = "refresh-canary" };

    private readonly FakeTimeProvider _time = new(Tokens.Now);
    private readonly InMemorySettingsStore _store;

    public AmoCrmHealthCheckTests() => _store = new InMemorySettingsStore(_time);

    [Fact]
    public async Task Agents_with_nothing_wrong_are_healthy()
    {
        await _store.GiveAsync("sales", Authorized, record => record.Notes with { RefreshedAt = _time.GetUtcNow() });
        await _store.GiveAsync("support", Integration.Settings with { AccessToken = AccessTokens.Of(_time.GetUtcNow(), TimeSpan.FromDays(365)) });

        var entry = await CheckAsync();

        Assert.Equal(HealthStatus.Healthy, entry.Status);
        Assert.Equal("authorized", entry.Data["sales"]);
        Assert.Equal("authorized", entry.Data["support"]);
    }

    [Fact]
    public async Task A_lost_answer_is_degraded_at_once()
    {
        await _store.GiveAsync("sales", Authorized, record => Stores.Spent(record, AmoCrmSpendingState.OutcomeUnknown));
        var entry = await CheckAsync();
        Assert.Equal(HealthStatus.Degraded, entry.Status);
        Assert.Equal("outcome_unknown", entry.Data["sales"]);
        Assert.Contains("'sales'", entry.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agent_that_has_to_be_authorised_again_is_unhealthy_whatever_the_others_are()
    {
        await _store.GiveAsync("a", Authorized);
        await _store.GiveAsync("b", Authorized, record => Stores.Spent(record, AmoCrmSpendingState.Refused));
        await _store.GiveAsync("c", Authorized, record => Stores.Spent(record, AmoCrmSpendingState.OutcomeUnknown));

        var entry = await CheckAsync();

        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.StartsWith("Agent 'b' has to be authorised again", entry.Description, StringComparison.Ordinal);
        Assert.Contains("'c'", entry.Description, StringComparison.Ordinal);
        Assert.Equal("reauthorization_required", entry.Data["b"]);
        Assert.Equal("authorized", entry.Data["a"]);
    }

    [Theory]
    [InlineData(74, HealthStatus.Healthy)]
    [InlineData(75, HealthStatus.Degraded)]
    public async Task A_refresh_token_that_nears_its_end_is_degraded(int days, HealthStatus expected)
    {
        await _store.GiveAsync("sales", Authorized, record => record.Notes with { RefreshedAt = _time.GetUtcNow() });
        await _store.GiveAsync("support", Authorized with { AccessToken = AccessTokens.Of(_time.GetUtcNow(), TimeSpan.FromDays(1)) });
        _time.Advance(TimeSpan.FromDays(days));

        var entry = await CheckAsync();

        Assert.Equal(expected, entry.Status);
        Assert.Equal(expected == HealthStatus.Healthy ? "authorized" : "refresh_token_ends_soon", entry.Data["sales"]);
        Assert.Equal(entry.Data["sales"], entry.Data["support"]);
    }

    [Fact]
    public async Task A_pair_that_other_software_wrote_beside_an_old_note_is_as_old_as_its_access_token()
    {
        await _store.GiveAsync("sales", Authorized, record => record.Notes with { RefreshedAt = _time.GetUtcNow() });
        _time.Advance(TimeSpan.FromDays(75));
        Assert.Equal("refresh_token_ends_soon", (await CheckAsync()).Data["sales"]);

        var read = await _store.ReadTokensAsync("sales", TestContext.Current.CancellationToken);
        await _store.SaveAsync("sales", read.Settings with { AccessToken = AccessTokens.Of(_time.GetUtcNow(), TimeSpan.FromDays(1)), RefreshToken = "theirs-canary" }, TestContext.Current.CancellationToken);

        Assert.Equal("authorized", (await CheckAsync()).Data["sales"]);
    }

    [Fact]
    public async Task The_age_that_is_too_much_is_an_option()
    {
        await _store.GiveAsync("sales", Authorized, record => record.Notes with { RefreshedAt = _time.GetUtcNow() });
        _time.Advance(TimeSpan.FromDays(11));
        Assert.Equal(HealthStatus.Degraded, (await CheckAsync(options => options.RefreshTokenWarningAge = TimeSpan.FromDays(10))).Status);
    }

    [Fact]
    public async Task A_long_lived_token_that_has_ended_is_unhealthy_and_an_agent_without_tokens_is_degraded()
    {
        await _store.GiveAsync("ended", Integration.Settings with { AccessToken = AccessTokens.Of(_time.GetUtcNow().AddDays(-2), TimeSpan.FromDays(1)) });
        await _store.GiveAsync("new", Integration.Settings);

        var entry = await CheckAsync();

        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.Equal("access_token_ended", entry.Data["ended"]);
        Assert.Equal("not_authorized", entry.Data["new"]);
        Assert.Equal(HealthStatus.Degraded, (await CheckAsync(options => options.Agents.Add("new"))).Status);
    }

    [Fact]
    public async Task Only_the_agents_that_are_named_are_looked_at_and_one_that_is_not_there_is_unhealthy()
    {
        await _store.GiveAsync("a", Authorized);
        await _store.GiveAsync("b", Authorized, record => Stores.Spent(record, AmoCrmSpendingState.Refused));

        Assert.Equal(["a"], (await CheckAsync(options => options.Agents.Add("a"))).Data.Keys);
        var entry = await CheckAsync(options => options.Agents.Add("c"));
        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.Equal("unreadable", entry.Data["c"]);
        Assert.Contains("'c'", entry.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_cannot_be_read_is_unhealthy_and_is_asked_once()
    {
        var store = Substitute.For<IAmoCrmTokenStore>();
        store.ReadTokensAsync(Arg.Any<string>(), Arg.Any<CancellationToken>()).ThrowsAsync(new AmoCrmSettingsStoreException("The database is away.", new InvalidOperationException("canary")));

        var entry = await CheckAsync(options => new List<string> { "a", "b", "c" }.ForEach(options.Agents.Add), store);

        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.Equal("The database is away.", entry.Description);
        Assert.Null(entry.Exception);
        await store.ReceivedWithAnyArgs(1).ReadTokensAsync(default!, default);
    }

    [Fact]
    public async Task What_a_foreign_store_throws_is_not_told()
    {
        var store = Substitute.For<IAmoCrmTokenStore>();
        store.ListAgentsAsync(Arg.Any<CancellationToken>()).Throws(new FormatException("canary"));
        var entry = await CheckAsync(store: store);
        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.Contains("FormatException", entry.Description, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", $"{entry.Description} {entry.Exception}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_that_are_in_no_store_only_have_to_be_there()
    {
        var entry = await CheckAsync(store: new StaticSettingsResolver(Authorized));
        Assert.Equal(HealthStatus.Healthy, entry.Status);
        Assert.Equal("settings_only", entry.Data["default"]);

        var missing = Substitute.For<IAmoCrmSettingsResolver>();
        missing.ResolveAsync("default", Arg.Any<CancellationToken>()).ThrowsAsync(new AmoCrmConfigurationException("Agent 'default' has no settings."));
        Assert.Equal(HealthStatus.Unhealthy, (await CheckAsync(store: missing)).Status);
    }

    [Fact]
    public async Task Nothing_that_is_told_is_secret_and_of_many_problems_ten_are_told()
    {
        for (var agent = 0; agent < 25; agent++)
        {
            await _store.GiveAsync($"agent-{agent:00}", Authorized, record => Stores.Spent(record, AmoCrmSpendingState.Refused));
        }

        var entry = await CheckAsync();

        Assert.Equal(25, entry.Data.Count);
        Assert.Contains("agent-09", entry.Description, StringComparison.Ordinal);
        Assert.DoesNotContain("agent-10", entry.Description, StringComparison.Ordinal);
        Assert.EndsWith("And 15 more.", entry.Description, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", $"{entry.Description} {string.Join(' ', entry.Data)}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_unhealthy_means_can_be_chosen_and_two_checks_have_options_of_their_own()
    {
        await _store.GiveAsync("a", Authorized);
        await _store.GiveAsync("b", Authorized, record => Stores.Spent(record, AmoCrmSpendingState.Refused));
        var services = Services(_store);
        services.AddHealthChecks()
            .AddAmoCrm("first", options => options.Agents.Add("a"), tags: ["ready"])
            .AddAmoCrm("second", options => options.Agents.Add("b"), failureStatus: HealthStatus.Degraded);
        await using var provider = services.BuildServiceProvider();

        var report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HealthStatus.Healthy, report.Entries["first"].Status);
        Assert.Equal(["ready"], report.Entries["first"].Tags);
        Assert.Equal(HealthStatus.Degraded, report.Entries["second"].Status);
    }

    [Fact]
    public async Task Options_that_are_not_allowed_stop_the_host_at_its_start()
    {
        var services = Services(_store);
        services.AddHealthChecks().AddAmoCrm(configure: options =>
        {
            options.RefreshTokenWarningAge = TimeSpan.FromDays(120);
            options.Agents.Add(string.Empty);
        });
        await using var provider = services.BuildServiceProvider();

        var exception = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains("RefreshTokenWarningAge", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Agents", exception.Message, StringComparison.Ordinal);
    }

    private static ServiceCollection Services(IAmoCrmSettingsResolver store)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddAmoCrm().UseSettings(_ => store);
        return services;
    }

    private async Task<HealthReportEntry> CheckAsync(Action<AmoCrmHealthCheckOptions>? configure = null, IAmoCrmSettingsResolver? store = null)
    {
        var services = Services(store ?? _store);
        services.AddHealthChecks().AddAmoCrm(configure: configure);
        await using var provider = services.BuildServiceProvider();
        var report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken);
        return Assert.Single(report.Entries, entry => entry.Key == "amocrm").Value;
    }
}
