namespace AmoCrm.Sdk.Tests.Settings;

public sealed class AmoCrmSettingsTests
{
    [Fact]
    public void The_text_of_settings_masks_what_is_secret()
    {
        var text = new AmoCrmSettings { Subdomain = "mycompany", ClientId = "id", ClientSecret = "canary-1", AccessToken = "canary-2", RefreshToken = "canary-3" }.ToString();
        Assert.Contains("mycompany", text, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Static_settings_are_the_same_for_every_agent()
    {
        var settings = new AmoCrmSettings { Subdomain = "mycompany" };
        Assert.Same(settings, await new StaticSettingsResolver(settings).ResolveAsync("anyone", default));
    }
}
