using System.Buffers.Text;
using AmoCrm.Sdk.Auth;
using AmoCrm.Sdk.Fuzzing.Oracles;
using AmoCrm.Sdk.Hosting;

namespace AmoCrm.Sdk.Fuzzing.Targets;

/// <summary>Access tokens and the answer of the token route. An input is read as a token, as a token's payload and as an answer; nothing of it throws.</summary>
internal sealed class AccessTokensTarget : FuzzTarget
{
    public override string Name => "access-tokens";

    public override IReadOnlyList<GrowingInput> Growing =>
    [
        .. GrowingInput.Json,
        new("many parts", static size => new string('.', size)),
        new("long token", static size => $"eyJhbGciOiJSUzI1NiJ9.{new string('A', size)}.A"),
    ];

    public override ValueTask RunAsync(byte[] input)
    {
        CheckToken(Encoding.UTF8.GetString(input));
        CheckToken($"eyJhbGciOiJSUzI1NiJ9.{Base64Url.EncodeToString(input)}.c2lnbmF0dXJl");
        if (TokenAnswer.TryRead(new AmoCrmResponse(200, input), out var answer))
        {
            FuzzFailureException.ThrowUnless(answer.AccessToken.Reveal().Length > 0 && answer.RefreshToken.Reveal().Length > 0, "An answer has both tokens.");
        }

        return ValueTask.CompletedTask;
    }

    private static void CheckToken(string token)
    {
        var claims = AccessTokenClaims.Read(token);
        FuzzFailureException.ThrowUnless(claims.ApiDomain is null || HostOracle.IsApiDomain(claims.ApiDomain.Value), "A token names no host but amoCRM's.");
        TokenTimes.EndOf(token);
        TokenTimes.AgeOf(new AmoCrmTokenRecord { Settings = new AmoCrmSettings { AccessToken = token }, ReadAt = FuzzClient.Now });
    }
}
