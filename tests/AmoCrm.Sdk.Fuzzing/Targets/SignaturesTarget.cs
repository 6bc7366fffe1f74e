using System.Buffers.Text;
using System.Security.Cryptography;
using AmoCrm.Sdk.Fuzzing.Oracles;
using AmoCrm.Sdk.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace AmoCrm.Sdk.Fuzzing.Targets;

/// <summary>
/// Tokens of widgets and bots, and the uninstall hook. An input is a token as it came, and the payload of one that is signed as it should be, for a signature lets nothing
/// through that is not well-formed.
/// </summary>
internal sealed class SignaturesTarget : FuzzTarget
{
    private const string ClientId = "6f4c3c0e-0000-4000-8000-000000000001";
    private static readonly string Secret = new('s', 64);

    private static readonly AmoCrmSettings Integration = new() { ClientId = ClientId, ClientSecret = Secret, RedirectUri = "https://example.com/callback" };

    private static readonly AmoCrmDisposableTokenValidator Validator =
        new(new StaticSettingsResolver(Integration), new AmoCrmSignatureOptions { SingleUse = false }, timeProvider: new FakeTimeProvider(FuzzClient.Now));

    public override string Name => "signatures";

    public override IReadOnlyList<GrowingInput> Growing => [.. GrowingInput.Json, new("many parts", static size => new string('.', size))];

    public override async ValueTask RunAsync(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        FuzzFailureException.ThrowUnless(!await IsWidgetAsync(text).ConfigureAwait(false) || IsSigned(text, "HS256"), "A token without a signature is refused.");
        FuzzFailureException.ThrowUnless(!await IsBotAsync(text).ConfigureAwait(false) || IsSigned(text, "HS512"), "A token without a signature is refused.");
        await IsWidgetAsync(Sign("HS256", input)).ConfigureAwait(false);
        await IsBotAsync(Sign("HS512", input)).ConfigureAwait(false);
        CheckHook(text.Split('\n'));
    }

    private static Task<bool> IsWidgetAsync(string token) => IsTakenAsync(async () =>
    {
        var widget = await Validator.ValidateWidgetTokenAsync(Integration, token).ConfigureAwait(false);
        FuzzFailureException.ThrowUnless(HostOracle.IsAccount(widget.Account.Value) && widget.AccountId > 0 && widget.UserId > 0 && widget.ExpiresAt > FuzzClient.Now.AddMinutes(-1), "A token that is taken says what it has to.");
    });

    private static Task<bool> IsBotAsync(string token) => IsTakenAsync(async () =>
    {
        var bot = await Validator.ValidateBotTokenAsync(Integration, token).ConfigureAwait(false);
        FuzzFailureException.ThrowUnless(HostOracle.IsAccount(bot.Account.Value) && bot.AccountId > 0 && bot.EntityId > 0, "A token that is taken says what it has to.");
    });

    private static async Task<bool> IsTakenAsync(Func<Task> validate)
    {
        try
        {
            await validate().ConfigureAwait(false);
            return true;
        }
        catch (AmoCrmSignatureException exception)
        {
            Canary.ThrowIfIn(exception);
            return false;
        }
    }

    private static void CheckHook(string[] lines)
    {
        try
        {
            var removed = AmoCrmUninstallHook.Verify(Integration, lines[0], lines.ElementAtOrDefault(1), lines.ElementAtOrDefault(2));
            FuzzFailureException.ThrowUnless(removed.AccountId > 0 && lines[2] == Hook($"{lines[1]}|{lines[0]}"), "A hook without a signature is refused.");
        }
        catch (AmoCrmSignatureException exception)
        {
            Canary.ThrowIfIn(exception);
        }
    }

    private static bool IsSigned(string token, string algorithm) =>
        token.Split('.') is [var head, var payload, var signature] && Base64Url.EncodeToString(SignatureOf($"{head}.{payload}", algorithm)).TrimEnd('=') == signature.TrimEnd('=');

    private static string Sign(string algorithm, byte[] payload)
    {
        var signed = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes($$"""{"typ":"JWT","alg":"{{algorithm}}"}"""))}.{Base64Url.EncodeToString(payload)}";
        return $"{signed}.{Base64Url.EncodeToString(SignatureOf(signed, algorithm))}";
    }

    private static byte[] SignatureOf(string signed, string algorithm) => algorithm == "HS256"
        ? HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(signed))
        : HMACSHA512.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(signed));

    private static string Hook(string signed) => Convert.ToHexStringLower(SignatureOf(signed, "HS256"));
}
