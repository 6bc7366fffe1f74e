namespace AmoCrm.Sdk.Hosting.Tests.TestSupport;

/// <summary>An integration as amoCRM makes them: a UUID, a secret of 64 characters, a redirect URI.</summary>
internal static class Integration
{
    public const string ClientId = "0a1b2c3d-4e5f-6789-abcd-ef0123456789";
    public const string Secret = "canary-secret-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    public static AmoCrmSettings Settings { get; } = new()
    {
        Subdomain = "mycompany",
        ClientId = ClientId,
        ClientSecret = Secret,
        RedirectUri = "https://example.com/amocrm/callback",
    };
}
