using System.Net;
using System.Text.Json;

namespace AmoCrm.Emulator.Tests.Faults;

public sealed class TokenFaultTests : EmulatorTest
{
    private const string Path = "/oauth2/access_token";

    [Theory]
    [InlineData(EmulatorFaultKind.Status, HttpStatusCode.ServiceUnavailable, "application/problem+json")]
    [InlineData(EmulatorFaultKind.HtmlForbidden, HttpStatusCode.Forbidden, "text/html")]
    public async Task A_refusal_on_demand_spends_nothing(EmulatorFaultKind kind, HttpStatusCode status, string contentType)
    {
        Crm.AddFault(new EmulatorFault { Path = Path, Kind = kind });
        var reply = await RefreshAsync(Crm.RefreshToken);
        Assert.Equal((status, contentType), (reply.Status, reply.ContentType));
        Assert.Equal((false, (int)status), (Crm.TokenCalls[^1].IsHonoured, Crm.TokenCalls[^1].Status));
        await RotateAsync(Crm.RefreshToken);
    }

    [Fact]
    public async Task A_reset_connection_spends_nothing()
    {
        Crm.AddFault(new EmulatorFault { Path = Path, Kind = EmulatorFaultKind.ConnectionReset });
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => RefreshAsync(Crm.RefreshToken));
        Assert.Equal((false, 0), (Crm.TokenCalls[^1].IsHonoured, Crm.TokenCalls[^1].Status));
        await RotateAsync(Crm.RefreshToken);
    }

    [Fact]
    public async Task A_lost_answer_has_spent_the_token()
    {
        Crm.AddFault(new EmulatorFault { Path = Path, Kind = EmulatorFaultKind.LostAnswer });
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => RefreshAsync(Crm.RefreshToken));
        Assert.Equal((true, 0), (Crm.TokenCalls[^1].IsHonoured, Crm.TokenCalls[^1].Status));
        Assert.Equal(HttpStatusCode.Unauthorized, (await RefreshAsync(Crm.RefreshToken)).Status);
    }

    [Fact]
    public async Task Half_an_answer_has_spent_the_token()
    {
        Crm.AddFault(new EmulatorFault { Path = Path, Kind = EmulatorFaultKind.MalformedJson });
        var reply = await RefreshAsync(Crm.RefreshToken);
        Assert.Equal((HttpStatusCode.OK, "application/json"), (reply.Status, reply.ContentType));
        Assert.ThrowsAny<JsonException>(() => reply.Json);
        Assert.Equal((true, 200), (Crm.TokenCalls[^1].IsHonoured, Crm.TokenCalls[^1].Status));
    }

    [Fact]
    public async Task A_slow_answer_comes()
    {
        Crm.AddFault(new EmulatorFault { Path = Path, Kind = EmulatorFaultKind.SlowAnswer, Latency = TimeSpan.FromMilliseconds(50) });
        await RotateAsync((await RotateAsync(Crm.RefreshToken)).Refresh);
    }

    [Fact]
    public async Task Who_gives_up_on_a_slow_answer_has_been_rotated()
    {
        Crm.AddFault(new EmulatorFault { Path = Path, Kind = EmulatorFaultKind.SlowAnswer, Latency = TimeSpan.FromHours(1) });
        using var patience = new CancellationTokenSource();
        var call = RefreshUntilAsync(patience.Token);
        await UntilAsync(() => Crm.TokenCalls.Count == 1);
        Assert.True(Crm.TokenCalls[0].IsHonoured);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(HttpStatusCode.Unauthorized, (await RefreshAsync(Crm.RefreshToken)).Status);
    }

    [Fact]
    public async Task Who_hangs_up_during_a_latency_is_obeyed_all_the_same()
    {
        Crm.AddFault(new EmulatorFault { Path = Path, Kind = EmulatorFaultKind.Latency, Latency = TimeSpan.FromMilliseconds(200) });
        using var patience = new CancellationTokenSource();
        var call = RefreshUntilAsync(patience.Token);
        await UntilTakenAsync();
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await UntilAsync(() => Crm.TokenCalls.Count == 1);
        Assert.True(Crm.TokenCalls[0].IsHonoured);
    }

    [Fact]
    public async Task A_stopped_emulator_does_not_wait_for_a_latency()
    {
        Crm.AddFault(new EmulatorFault { Path = Path, Kind = EmulatorFaultKind.Latency, Latency = TimeSpan.FromHours(1) });
        var call = RefreshUntilAsync(Cancellation);
        await UntilTakenAsync();
        await Crm.DisposeAsync();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => call);
        Assert.Empty(Crm.TokenCalls);
    }

    /// <summary>The request has been read, and the fault has it.</summary>
    private async Task UntilTakenAsync()
    {
        string faults;
        do
        {
            faults = (await GetAsync("/_emulator/faults")).Text;
        }
        while (faults != """{"faults":[]}""");
    }

    private async Task<HttpStatusCode> RefreshUntilAsync(CancellationToken cancellationToken)
    {
        using var client = Stranger(Crm.Host);
        using var body = new StringContent($$"""
            {"client_id":"{{Crm.ClientId}}","client_secret":"{{Crm.ClientSecret}}","redirect_uri":"{{Crm.RedirectUri}}","grant_type":"refresh_token","refresh_token":"{{Crm.RefreshToken}}"}
            """);
        using var reply = await client.PostAsync(new Uri(Path, UriKind.Relative), body, cancellationToken);
        return reply.StatusCode;
    }
}
