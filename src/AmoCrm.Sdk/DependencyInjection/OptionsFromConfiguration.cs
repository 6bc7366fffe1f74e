using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace AmoCrm.Sdk;

/// <summary>Reads the options that are texts, numbers or durations. By hand: the binder of configuration uses reflection.</summary>
internal static class OptionsFromConfiguration
{
    public static void Apply(IConfigurationSection section, AmoCrmClientOptions options)
    {
        options.ApplicationName = section[nameof(options.ApplicationName)] ?? options.ApplicationName;
        options.AgentId = section[nameof(options.AgentId)] ?? options.AgentId;
        options.ConnectTimeout = Duration(section, nameof(options.ConnectTimeout)) ?? options.ConnectTimeout;
        options.AttemptTimeout = Duration(section, nameof(options.AttemptTimeout)) ?? options.AttemptTimeout;
        options.TotalTimeout = Duration(section, nameof(options.TotalTimeout)) ?? options.TotalTimeout;
        options.AccountMetadataLifetime = Duration(section, nameof(options.AccountMetadataLifetime)) ?? options.AccountMetadataLifetime;
        if (options.TokenRefresh is { } refresh)
        {
            refresh.EarlyWindow = Duration(section, $"{nameof(options.TokenRefresh)}:{nameof(refresh.EarlyWindow)}") ?? refresh.EarlyWindow;
            refresh.LeaseDuration = Duration(section, $"{nameof(options.TokenRefresh)}:{nameof(refresh.LeaseDuration)}") ?? refresh.LeaseDuration;
        }

        if (section[nameof(options.MaxResponseBytes)] is { } bytes)
        {
            options.MaxResponseBytes = int.TryParse(bytes, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw Wrong(section, nameof(options.MaxResponseBytes), "a whole number of bytes");
        }

        if (section[nameof(options.EmulatorAddress)] is { Length: > 0 } address)
        {
            options.EmulatorAddress = Uri.TryCreate(address, UriKind.Absolute, out var uri)
                ? uri
                : throw Wrong(section, nameof(options.EmulatorAddress), "an address such as http://127.0.0.1:5080/");
        }
    }

    private static TimeSpan? Duration(IConfigurationSection section, string key)
    {
        if (section[key] is not { } text)
        {
            return null;
        }

        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var duration)
            ? duration
            : throw Wrong(section, key, "a duration such as 00:00:20");
    }

    private static AmoCrmConfigurationException Wrong(IConfigurationSection section, string key, string expected) =>
        new($"{section.Path}:{key} has to be {expected}.");
}
