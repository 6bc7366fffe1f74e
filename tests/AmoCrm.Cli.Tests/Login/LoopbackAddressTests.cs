using AmoCrm.Cli.Login;

namespace AmoCrm.Cli.Tests.Login;

public sealed class LoopbackAddressTests
{
    [Theory]
    [InlineData("http://127.0.0.1:8765/callback")]
    [InlineData("http://localhost:8765/")]
    [InlineData("http://[::1]:8765/a/b")]
    public void This_machine_can_receive_what_comes_back_to_it(string redirectUri)
    {
        Assert.True(LoopbackAddress.TryParse(redirectUri, out var address));
        Assert.Equal(8765, address.Uri.Port);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("callback")]
    [InlineData("https://127.0.0.1:8765/callback")] // there is no certificate for it
    [InlineData("https://example.com/callback")]
    [InlineData("http://127.0.0.1.example.com/callback")]
    [InlineData("http://0.0.0.0:8765/callback")]
    [InlineData("http://user@127.0.0.1:8765/callback")]
    [InlineData("http://10.0.0.1/callback")]
    public void Anything_else_comes_back_elsewhere(string? redirectUri)
    {
        Assert.False(LoopbackAddress.TryParse(redirectUri, out _));
    }
}
