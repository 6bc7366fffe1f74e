using AmoCrm.Sdk;
using Microsoft.Extensions.Configuration;

namespace AmoCrm.Cli.Connection;

/// <summary>Settings that are environment variables themselves: <c>AMOCRM__ACCESSTOKEN</c>, <c>amocrm_access_token</c>.</summary>
internal static class EnvironmentSettings
{
    private const string Mark = "AMOCRM__";

    /// <returns>Null when there is no such variable.</returns>
    public static IAmoCrmSettingsResolver? Find() => Environment.GetEnvironmentVariables().Keys.Cast<string>().Any(static name =>
        name.StartsWith(Mark, StringComparison.OrdinalIgnoreCase) || name.Equals("amocrm_access_token", StringComparison.OrdinalIgnoreCase))
        ? new ConfigurationSettingsResolver(new ConfigurationBuilder().AddEnvironmentVariables().Build())
        : null;
}
