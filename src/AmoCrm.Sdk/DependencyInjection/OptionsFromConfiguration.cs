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

        ApplyLimits(section, options);
        options.MaxResponseBytes = Number(section, nameof(options.MaxResponseBytes)) ?? options.MaxResponseBytes;

        if (section[nameof(options.EmulatorAddress)] is { Length: > 0 } address)
        {
            options.EmulatorAddress = Uri.TryCreate(address, UriKind.Absolute, out var uri)
                ? uri
                : throw Wrong(section, nameof(options.EmulatorAddress), "an address such as http://127.0.0.1:5080/");
        }
    }

    private static void ApplyLimits(IConfigurationSection section, AmoCrmClientOptions options)
    {
        if (options.RateLimit is { } limit)
        {
            limit.IsEnabled = Flag(section, $"{nameof(options.RateLimit)}:{nameof(limit.IsEnabled)}") ?? limit.IsEnabled;
            limit.RequestsPerWindow = Number(section, $"{nameof(options.RateLimit)}:{nameof(limit.RequestsPerWindow)}") ?? limit.RequestsPerWindow;
            limit.AccountRequestsPerWindow = Number(section, $"{nameof(options.RateLimit)}:{nameof(limit.AccountRequestsPerWindow)}") ?? limit.AccountRequestsPerWindow;
            limit.Window = Duration(section, $"{nameof(options.RateLimit)}:{nameof(limit.Window)}") ?? limit.Window;
        }

        if (options.Retry is { } retry)
        {
            retry.MaxRetries = Number(section, $"{nameof(options.Retry)}:{nameof(retry.MaxRetries)}") ?? retry.MaxRetries;
            retry.BaseDelay = Duration(section, $"{nameof(options.Retry)}:{nameof(retry.BaseDelay)}") ?? retry.BaseDelay;
            retry.MaxDelay = Duration(section, $"{nameof(options.Retry)}:{nameof(retry.MaxDelay)}") ?? retry.MaxDelay;
            retry.BlockPause = Duration(section, $"{nameof(options.Retry)}:{nameof(retry.BlockPause)}") ?? retry.BlockPause;
            retry.LongestBlockPause = Duration(section, $"{nameof(options.Retry)}:{nameof(retry.LongestBlockPause)}") ?? retry.LongestBlockPause;
        }

        if (options.Coalescing is { } coalescing)
        {
            coalescing.IsEnabled = Flag(section, $"{nameof(options.Coalescing)}:{nameof(coalescing.IsEnabled)}") ?? coalescing.IsEnabled;
            coalescing.Window = Duration(section, $"{nameof(options.Coalescing)}:{nameof(coalescing.Window)}") ?? coalescing.Window;
        }
    }

    private static bool? Flag(IConfigurationSection section, string key)
    {
        if (section[key] is not { } text)
        {
            return null;
        }

        return bool.TryParse(text, out var flag) ? flag : throw Wrong(section, key, "true or false");
    }

    private static int? Number(IConfigurationSection section, string key)
    {
        if (section[key] is not { } text)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong(section, key, "a whole number");
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
