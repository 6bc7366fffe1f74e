using AmoCrm.Sdk.Hooks;

namespace AmoCrm.Sdk.Tests.Hooks;

public sealed class CallSourceTests
{
    [Theory]
    [InlineData(null, "Acme CRM")]
    [InlineData(" ", "Acme CRM")]
    [InlineData("Asterisk", "Asterisk")]
    public async Task The_application_is_the_source_of_its_calls(string? given, string expected)
    {
        Assert.Equal(expected, await DefaultHooks.CallSourceAsync(HookApi.Over(new ScriptedTransport()), "arguments", given, default));
    }
}
