using AmoCrm.Sdk.Hosting.Tests.TestSupport;
using NSubstitute;

namespace AmoCrm.Sdk.Hosting.Tests.Signatures;

public sealed class UninstallHookTests
{
    // Of "client id|12345678" under the secret, computed by other software.
    private const string Signature = "52f9109dee9921f83158da33739acca4db3c1377d82195a2225517da2420c23c";

    [Fact]
    public async Task A_hook_of_amoCRM_says_which_account_removed_which_integration()
    {
        var hook = new AmoCrmUninstallHook(new StaticSettingsResolver(Integration.Settings));

        var uninstall = await hook.VerifyAsync("sales", "12345678", Integration.ClientId, Signature, TestContext.Current.CancellationToken);

        Assert.Equal(new AmoCrmUninstall(12345678, Integration.ClientId), uninstall);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("0")]
    [InlineData("-12345678")]
    [InlineData("+12345678")]
    [InlineData("12345678 ")]
    [InlineData("12345678.0")]
    [InlineData("0x1")]
    [InlineData("١٢٣")]
    [InlineData("99999999999999999999")]
    [InlineData("12345678|12345678")]
    public void An_account_that_is_no_number_is_refused(string? accountId) => Refused(accountId, Integration.ClientId, Signature, AmoCrmSignatureFailure.Malformed);

    [Theory]
    [InlineData(null, AmoCrmSignatureFailure.Malformed)]
    [InlineData("", AmoCrmSignatureFailure.Malformed)]
    [InlineData("11111111-4e5f-6789-abcd-ef0123456789", AmoCrmSignatureFailure.OtherIntegration)]
    [InlineData("0a1b2c3d-4e5f-6789-abcd-ef0123456789|12345678", AmoCrmSignatureFailure.OtherIntegration)]
    public void A_hook_for_another_integration_is_refused(string? clientUuid, AmoCrmSignatureFailure reason) => Refused("12345678", clientUuid, Signature, reason);

    [Theory]
    [InlineData(null, AmoCrmSignatureFailure.Malformed)]
    [InlineData("", AmoCrmSignatureFailure.Malformed)]
    [InlineData("52f9109dee9921f83158da33739acca4db3c1377d82195a2225517da2420c23", AmoCrmSignatureFailure.WrongSignature)]
    [InlineData("52f9109dee9921f83158da33739acca4db3c1377d82195a2225517da2420c23c0", AmoCrmSignatureFailure.WrongSignature)]
    [InlineData("52F9109DEE9921F83158DA33739ACCA4DB3C1377D82195A2225517DA2420C23C", AmoCrmSignatureFailure.WrongSignature)]
    [InlineData(" 52f9109dee9921f83158da33739acca4db3c1377d82195a2225517da2420c23c", AmoCrmSignatureFailure.WrongSignature)]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000", AmoCrmSignatureFailure.WrongSignature)]
    [InlineData("zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz", AmoCrmSignatureFailure.WrongSignature)]
    [InlineData("ｆ2f9109dee9921f83158da33739acca4db3c1377d82195a2225517da2420c23c", AmoCrmSignatureFailure.WrongSignature)]
    [InlineData("\ud800", AmoCrmSignatureFailure.WrongSignature)]
    public void A_signature_that_is_not_the_one_to_the_letter_is_refused(string? signature, AmoCrmSignatureFailure reason) => Refused("12345678", Integration.ClientId, signature, reason);

    [Fact]
    public void The_signature_of_one_account_is_none_of_another() => Refused("12345679", Integration.ClientId, Signature, AmoCrmSignatureFailure.WrongSignature);

    [Fact]
    public void A_signature_of_another_secret_is_refused()
    {
        var exception = Assert.Throws<AmoCrmSignatureException>(() =>
            AmoCrmUninstallHook.Verify(Integration.Settings with { ClientSecret = "other" }, "12345678", Integration.ClientId, Signature));
        Assert.Equal(AmoCrmSignatureFailure.WrongSignature, exception.Reason);
    }

    [Fact]
    public async Task A_secret_that_was_changed_is_used_by_the_very_next_check()
    {
        var settings = Substitute.For<IAmoCrmSettingsResolver>();
        settings.ResolveAsync("sales", Arg.Any<CancellationToken>()).Returns(
            new ValueTask<AmoCrmSettings>(Integration.Settings with { ClientSecret = "older" }), new ValueTask<AmoCrmSettings>(Integration.Settings));
        var hook = new AmoCrmUninstallHook(settings);

        await Assert.ThrowsAsync<AmoCrmSignatureException>(() => hook.VerifyAsync("sales", "12345678", Integration.ClientId, Signature, TestContext.Current.CancellationToken));
        Assert.NotNull(await hook.VerifyAsync("sales", "12345678", Integration.ClientId, Signature, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_secret_that_is_missing_is_named()
    {
        var exception = Assert.Throws<AmoCrmConfigurationException>(() =>
            AmoCrmUninstallHook.Verify(new AmoCrmSettings { ClientId = Integration.ClientId }, "12345678", Integration.ClientId, Signature));
        Assert.Contains("amocrm_client_secret", exception.Message, StringComparison.Ordinal);
    }

    private static void Refused(string? accountId, string? clientUuid, string? signature, AmoCrmSignatureFailure reason)
    {
        var exception = Assert.Throws<AmoCrmSignatureException>(() => AmoCrmUninstallHook.Verify(Integration.Settings, accountId, clientUuid, signature));
        Assert.Equal(reason, exception.Reason);
        Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);
    }
}
