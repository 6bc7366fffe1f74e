namespace AmoCrm.Sdk.Tests.TestSupport;

/// <summary>Settings that tests may change between calls.</summary>
public sealed class TestSettings : IAmoCrmSettingsResolver
{
    public const string Token = "token-canary-7f3a";
    public const string Secret = "secret-canary-91bc";

    public AmoCrmSettings Current { get; set; } = new()
    {
        Subdomain = "mycompany",
        ClientId = "4d5a1c02-7f0b-4e0c-9a53-1f6f2c5b9e01",
        ClientSecret = Secret,
        AccessToken = Token,
    };

    public int Reads { get; private set; }

    public ValueTask<AmoCrmSettings> ResolveAsync(string agentId, CancellationToken cancellationToken)
    {
        Reads++;
        return ValueTask.FromResult(Current);
    }
}
