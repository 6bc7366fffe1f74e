using System.Security.Cryptography;
using System.Text;

namespace AmoCrm.Emulator.Tests.Auth;

public sealed class TokenCallTests : EmulatorTest
{
    [Fact]
    public async Task Token_calls_are_counted_and_told_apart()
    {
        await RefreshAsync(Crm.RefreshToken);
        await RefreshAsync(Crm.RefreshToken);
        await ExchangeAsync("authorization_code", "code", Crm.AuthorizationCode);
        await PostAsync("/oauth2/access_token", """{"grant_type":"password","password":"p"}""");
        await PostAsync("/oauth2/access_token", "not json");
        await GetAsync("account");

        Assert.Equal(
            [
                (1L, "refresh_token", FingerprintOf(Crm.RefreshToken), true, 200),
                (2L, "refresh_token", FingerprintOf(Crm.RefreshToken), false, 401),
                (3L, "authorization_code", FingerprintOf(Crm.AuthorizationCode), true, 200),
                (4L, "", "", false, 400),
                (5L, "", "", false, 400),
            ],
            Crm.TokenCalls.Select(call => (call.Sequence, call.GrantType, call.Fingerprint, call.IsHonoured, call.Status)));
        Assert.All(Crm.TokenCalls, call => Assert.Equal(Crm.Host, call.Host));
        Assert.All(Crm.TokenCalls, call => Assert.True(call.StartedAt <= call.EndedAt));
        Crm.ClearTokenCalls();
        Assert.Empty(Crm.TokenCalls);
        Assert.Equal(6, Crm.Requests.Count);
    }

    [Fact]
    public async Task They_tell_which_pair_was_issued()
    {
        var pair = (await RefreshAsync(Crm.RefreshToken)).Json;
        await RefreshAsync(Crm.RefreshToken);
        Assert.Equal(
            [
                (FingerprintOf(pair["access_token"]!.ToString()), FingerprintOf(pair["refresh_token"]!.ToString())),
                ("", ""),
            ],
            Crm.TokenCalls.Select(call => (call.IssuedAccessFingerprint, call.IssuedRefreshFingerprint)));
    }

    [Fact]
    public async Task Their_times_are_the_emulators()
    {
        Crm.AdvanceClock(TimeSpan.FromDays(30));
        var before = Crm.Now;
        await RefreshAsync(Crm.RefreshToken);
        Assert.Equal(Crm.Requests[^1].Time, Crm.TokenCalls[^1].StartedAt);
        Assert.InRange(Crm.TokenCalls[^1].StartedAt, before, Crm.Now);
    }

    [Fact]
    public async Task They_hold_no_secrets()
    {
        await RefreshAsync(Crm.RefreshToken);
        await ExchangeAsync("authorization_code", "code", Crm.AuthorizationCode);
        var text = string.Join('\n', Crm.TokenCalls) + (await GetAsync("/_emulator/token-calls")).Text;
        Assert.Contains(FingerprintOf(Crm.AuthorizationCode), text, StringComparison.Ordinal);
        foreach (var secret in new[] { Crm.RefreshToken, Crm.AuthorizationCode, Crm.ClientSecret })
        {
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        }
    }

    private static string FingerprintOf(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret))).ToLowerInvariant()[..16];
}
