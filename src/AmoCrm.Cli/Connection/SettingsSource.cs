using AmoCrm.Sdk;
using Microsoft.Extensions.Configuration;

namespace AmoCrm.Cli.Connection;

/// <summary>Where the settings come from: the environment when it has any, else the JSON file.</summary>
internal static class SettingsSource
{
    private const string EnvironmentMark = "AMOCRM__";

    public static IAmoCrmSettingsResolver Create(FileInfo? file)
    {
        if (file is null && EnvironmentHasSettings())
        {
            return new ConfigurationSettingsResolver(new ConfigurationBuilder().AddEnvironmentVariables().Build());
        }

        return Store(file);
    }

    /// <summary>The JSON file store of a path, or of the current user.</summary>
    public static JsonFileSettingsStore Store(FileInfo? file) => new(file?.FullName ?? JsonFileSettingsStore.DefaultPath);

    private static bool EnvironmentHasSettings() => Environment.GetEnvironmentVariables().Keys.Cast<string>().Any(static name =>
        name.StartsWith(EnvironmentMark, StringComparison.OrdinalIgnoreCase) || name.Equals("amocrm_access_token", StringComparison.OrdinalIgnoreCase));
}
