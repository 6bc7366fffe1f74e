using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using AmoCrm.Emulator;

namespace AmoCrm.Sdk.Soak.Crm;

/// <summary>An amoCRM for one run, and what it knows for certain: which refresh tokens were presented, and which pairs it gave.</summary>
internal sealed class TestCrm : IAsyncDisposable
{
    private readonly AmoCrmEmulator _emulator;
    private readonly HttpClient _browser;

    private TestCrm(AmoCrmEmulator emulator)
    {
        _emulator = emulator;
        _browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = emulator.BaseAddress };
    }

    public Uri Address => _emulator.BaseAddress;

    /// <summary>How far its clock is ahead of the machine's.</summary>
    public TimeSpan Ahead { get; private set; }

    /// <summary>The calls that presented a refresh token, oldest first.</summary>
    public IReadOnlyList<RecordedTokenCall> Refreshes => [.. _emulator.TokenCalls.Where(static call => call.GrantType == "refresh_token")];

    /// <summary>How many requests of any kind came since they were last forgotten.</summary>
    public int RequestCount => _emulator.Requests.Count;

    public static async Task<TestCrm> StartAsync(TimeProvider? clock = null) =>
        new(await AmoCrmEmulator.StartAsync(new AmoCrmEmulatorOptions { TimeProvider = clock ?? TimeProvider.System }));

    /// <summary>A person consents: settings with a pair of a grant of its own.</summary>
    public async Task<AmoCrmSettings> AuthoriseAsync()
    {
        using var consent = await _browser.GetAsync(new Uri($"/oauth?client_id={_emulator.ClientId}", UriKind.Relative));
        var code = consent.Headers.Location!.Query.TrimStart('?').Split('&').First(static pair => pair.StartsWith("code=", StringComparison.Ordinal))["code=".Length..];
        using var exchange = new HttpRequestMessage(HttpMethod.Post, "/oauth2/access_token");
        exchange.Headers.Host = _emulator.Host;
        exchange.Content = new StringContent(
            new JsonObject
            {
                ["client_id"] = _emulator.ClientId,
                ["client_secret"] = _emulator.ClientSecret,
                ["grant_type"] = "authorization_code",
                ["code"] = Uri.UnescapeDataString(code),
                ["redirect_uri"] = _emulator.RedirectUri,
            }.ToJsonString(),
            Encoding.UTF8,
            "application/json");
        using var answer = await _browser.SendAsync(exchange);
        var pair = JsonNode.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!;
        return new AmoCrmSettings
        {
            Subdomain = _emulator.Host,
            ClientId = _emulator.ClientId,
            ClientSecret = _emulator.ClientSecret,
            RedirectUri = _emulator.RedirectUri,
            AccessToken = pair["access_token"]!.ToString(),
            RefreshToken = pair["refresh_token"]!.ToString(),
        };
    }

    public void Advance(TimeSpan time)
    {
        _emulator.AdvanceClock(time);
        Ahead += time;
    }

    /// <summary>What befalls the token calls from now on.</summary>
    public void TokenRouteHas(EmulatorFaultKind kind, TimeSpan latency, int count = int.MaxValue) =>
        _emulator.AddFault(new EmulatorFault { Path = "/oauth2/access_token", Kind = kind, Latency = latency, Count = count });

    public void TokenRouteHeals() => _emulator.ClearFaults();

    public void ForgetRequests() => _emulator.ClearRequests();

    /// <summary>How often a refresh token was presented.</summary>
    public int TimesPresented(AmoCrmSecret refreshToken)
    {
        var fingerprint = FingerprintOf(refreshToken);
        return Refreshes.Count(call => call.Fingerprint == fingerprint);
    }

    /// <summary>How often a refresh token was under way at the same time at most, from the arrival of a call to its answer.</summary>
    /// <param name="refreshToken">The refresh token.</param>
    /// <param name="waitAfterwards">How long the answer is held back after the execution.</param>
    public int MostInFlight(AmoCrmSecret refreshToken, TimeSpan waitAfterwards)
    {
        var fingerprint = FingerprintOf(refreshToken);
        var calls = Refreshes.Where(call => call.Fingerprint == fingerprint).ToList();
        return calls.Select(call => calls.Count(other => other.StartedAt <= call.StartedAt && call.StartedAt < other.EndedAt + waitAfterwards)).DefaultIfEmpty().Max();
    }

    /// <summary>Whether a refresh token was spent and another pair given for it.</summary>
    public bool IsRotated(AmoCrmSecret refreshToken)
    {
        var fingerprint = FingerprintOf(refreshToken);
        return Refreshes.Any(call => call.IsHonoured && call.Fingerprint == fingerprint);
    }

    /// <summary>Whether both tokens of the settings were given by one and the same answer.</summary>
    public bool IsIssuedPair(AmoCrmSettings settings) => IssuedBy(_emulator.TokenCalls, settings);

    /// <summary>Whether the settings hold the pair that was given last.</summary>
    public bool IsNewestPair(AmoCrmSettings settings) => IssuedBy(_emulator.TokenCalls.Where(static call => call.IsHonoured).TakeLast(1), settings);

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _emulator.DisposeAsync();
    }

    private static bool IssuedBy(IEnumerable<RecordedTokenCall> calls, AmoCrmSettings settings)
    {
        if (settings is not { AccessToken: { } access, RefreshToken: { } refresh })
        {
            return false;
        }

        var (accessPrint, refreshPrint) = (FingerprintOf(access), FingerprintOf(refresh));
        return calls.Any(call => call.IssuedAccessFingerprint == accessPrint && call.IssuedRefreshFingerprint == refreshPrint);
    }

    private static string FingerprintOf(AmoCrmSecret secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret.Reveal())), 0, 8).ToLowerInvariant();
}
