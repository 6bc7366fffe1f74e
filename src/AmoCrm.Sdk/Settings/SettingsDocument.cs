using System.Text.Json;
using System.Text.Json.Nodes;

namespace AmoCrm.Sdk;

/// <summary>
/// One agent's document: <c>{ "agent_id", "settings": { "amocrm_subdomain", … } }</c>, the shape of the legacy collection. Errors name the agent, the key and
/// the remedy, and never a value.
/// </summary>
internal static class SettingsDocument
{
    /// <summary>The agent the document belongs to; one without a name is the default agent's.</summary>
    public static string AgentOf(JsonObject document) =>
        document[SettingsKeys.AgentId] is JsonValue value && value.GetValueKind() == JsonValueKind.String
            ? value.GetValue<string>()
            : AmoCrmClientOptions.DefaultAgentId;

    /// <summary>Whether a single setting of amoCRM is there, of whatever kind.</summary>
    public static bool HasSetting(JsonObject document) =>
        document[SettingsKeys.Settings] is JsonObject settings
        && SettingsKeys.All.Any(key => settings[key] is { } value && !(value.GetValueKind() == JsonValueKind.String && value.GetValue<string>().Length == 0));

    public static AmoCrmSettings Read(JsonObject document, string agentId, string place)
    {
        if (document[SettingsKeys.Settings] is not JsonObject settings)
        {
            throw IsOlderShape(document)
                ? OlderShape(agentId, place)
                : new AmoCrmConfigurationException(
                    $"The settings of agent '{agentId}' in {place} have no object '{SettingsKeys.Settings}': write {{ \"agent_id\": \"{agentId}\", \"settings\": {{ \"{SettingsKeys.Subdomain}\": … }} }}.");
        }

        var read = SettingsKeys.Read(key => Text(settings, key, agentId, place));
        return read.Subdomain is null && IsOlderShape(settings) ? throw OlderShape(agentId, place) : read;
    }

    public static void Write(JsonObject document, string agentId, AmoCrmSettings settings)
    {
        document[SettingsKeys.AgentId] = agentId;
        if (document[SettingsKeys.Settings] is not JsonObject values)
        {
            values = [];
            document[SettingsKeys.Settings] = values;
        }

        foreach (var key in SettingsKeys.All)
        {
            if (SettingsKeys.ValueOf(settings, key) is { } value)
            {
                values[key] = value;
            }
            else
            {
                values.Remove(key);
            }
        }
    }

    private static string? Text(JsonObject settings, string key, string agentId, string place) => settings[key] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        var other => throw new AmoCrmConfigurationException(
            $"'{key}' of agent '{agentId}' in {place} is of the JSON kind {other.GetValueKind()}: it has to be a text in quotes."),
    };

    private static bool IsOlderShape(JsonObject values) => values.ContainsKey("base_url") || values.ContainsKey("access_token");

    private static AmoCrmConfigurationException OlderShape(string agentId, string place) => new(
        $"The settings of agent '{agentId}' in {place} have the older shape (base_url, access_token). Move them: "
        + $"settings.{SettingsKeys.Subdomain} = the host of base_url, settings.{SettingsKeys.AccessToken} = access_token, settings.{SettingsKeys.RefreshToken} = refresh_token.");
}
