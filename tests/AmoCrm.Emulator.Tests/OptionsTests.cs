using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace AmoCrm.Emulator.Tests;

public sealed class OptionsTests : EmulatorTest
{
    private static readonly DateTimeOffset Start = new(2026, 5, 4, 8, 0, 0, TimeSpan.Zero);

    protected override AmoCrmEmulatorOptions Options() => new()
    {
        AccessTokenLifetime = TimeSpan.FromMinutes(5),
        RefreshTokenLifetime = TimeSpan.FromMinutes(10),
        TimeProvider = new FakeTimeProvider(Start),
        Faults = { new EmulatorFault { Path = "/api/v4/users", Status = 418 } },
        Behaviour = { MaxPageItems = 1 },
    };

    [Fact]
    public async Task Faults_and_behaviour_count_from_the_start()
    {
        Assert.Equal((HttpStatusCode)418, (await GetAsync("users")).Status);
        Assert.Single((await GetAsync("leads")).Items("leads"));
    }

    [Fact]
    public async Task Time_comes_from_the_provider()
    {
        var id = await CreateAsync("companies", """{"name":"Новая"}""");
        Assert.Equal(Start.ToUnixTimeSeconds(), (await GetAsync($"companies/{id}")).Json["created_at"]!.GetValue<long>());
        Crm.AdvanceClock(TimeSpan.FromHours(1));
        Assert.Equal(Start.AddHours(1), Crm.Now);
    }

    [Fact]
    public async Task Every_answer_tells_the_emulators_time()
    {
        Crm.AdvanceClock(TimeSpan.FromDays(400));
        var now = Start.AddDays(400);
        var token = await RefreshAsync(Crm.RefreshToken);
        Assert.Equal(HttpStatusCode.Unauthorized, token.Status);
        Crm.AdvanceClock(TimeSpan.FromDays(-400));
        Crm.AddFault(new EmulatorFault { Status = 503 });
        foreach (var reply in new[] { await GetAsync("account"), await GetAsync("nothing"), await GetAsync("leads?page=99"), await GetAsync("/_emulator") })
        {
            Assert.Equal(Start.ToString("R"), reply.Headers["Date"]);
        }

        Assert.Equal(now.ToString("R"), token.Headers["Date"]);
        var pair = await RefreshAsync(Crm.RefreshToken);
        Assert.Equal(Start.ToUnixTimeSeconds(), pair.Json["server_time"]!.GetValue<long>());
    }

    [Fact]
    public async Task A_redirect_uri_that_is_none_is_an_error() =>
        await Assert.ThrowsAsync<ArgumentException>(() => AmoCrmEmulator.StartAsync(new AmoCrmEmulatorOptions { RedirectUri = "callback" }, Cancellation));

    [Fact]
    public async Task Tokens_live_as_long_as_the_options_say()
    {
        var pair = (await RefreshAsync(Crm.RefreshToken)).Json;
        Assert.Equal(300, pair["expires_in"]!.GetValue<int>());
        using var client = Crm.CreateClient(pair["access_token"]!.ToString());
        Crm.AdvanceClock(TimeSpan.FromMinutes(6));
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(HttpMethod.Get, "account", client: client)).Status);
        Crm.AdvanceClock(TimeSpan.FromMinutes(5));
        Assert.Equal(HttpStatusCode.Unauthorized, (await RefreshAsync(pair["refresh_token"]!.ToString())).Status);
    }

    [Fact]
    public async Task A_port_can_be_chosen_and_a_taken_one_is_an_error()
    {
        var port = Crm.BaseAddress.Port;
        await Assert.ThrowsAsync<IOException>(() => AmoCrmEmulator.StartAsync(new AmoCrmEmulatorOptions { Port = port }, Cancellation));
        await Crm.DisposeAsync();
        await using var second = await AmoCrmEmulator.StartAsync(new AmoCrmEmulatorOptions { Port = port }, Cancellation);
        Assert.Equal(port, second.BaseAddress.Port);
    }

    [Fact]
    public async Task A_key_given_twice_counts_as_given_last()
    {
        var id = await CreateAsync("companies", """{"name":"a","name":"b"}""");
        Assert.Equal("b", (await GetAsync($"companies/{id}")).Json["name"]!.ToString());
    }
}
