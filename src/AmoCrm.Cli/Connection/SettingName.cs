using AmoCrm.Sdk;

namespace AmoCrm.Cli.Connection;

/// <summary>One setting as the command line knows it.</summary>
/// <param name="Name">Its short name, for example <c>access_token</c>.</param>
/// <param name="IsSecret">Whether it is never printed.</param>
internal sealed record SettingName(string Name, bool IsSecret, Func<AmoCrmSettings, string?> Get, Func<AmoCrmSettings, string?, AmoCrmSettings> Set)
{
    public string Display(AmoCrmSettings settings) => Get(settings) switch
    {
        null => "(not set)",
        _ when IsSecret => "*** (set)",
        var value => value,
    };
}
