using AmoCrm.Sdk.MongoDB.Collection;
using MongoDB.Bson;

namespace AmoCrm.Sdk.MongoDB.Documents;

/// <summary>
/// One agent's document: <c>{ "agent_id", "settings": { "amocrm_subdomain", … } }</c>, the legacy shape. Other members, such as <c>amocrm_sdk</c>, are neither read
/// nor touched here. Errors name the agent, the key and the remedy, and never a value.
/// </summary>
internal static class AgentDocument
{
    /// <summary>Of a document, what is read: other plug-ins keep their secrets in it too.</summary>
    public static BsonDocument Projection { get; } = MakeProjection();

    /// <summary>The documents that hold a single setting of amoCRM, of whatever type.</summary>
    public static BsonDocument OfAnyAgent { get; } = new()
    {
        { SettingsKeys.AgentId, new BsonDocument("$type", "string") },
        { "$or", new BsonArray(SettingsKeys.All.Select(static key => new BsonDocument(PathOf(key), new BsonDocument("$nin", new BsonArray { BsonNull.Value, string.Empty })))) },
    };

    /// <summary>The documents of one agent: there should be one.</summary>
    public static BsonDocument Of(string agentId) => new(SettingsKeys.AgentId, agentId);

    /// <summary>The path of a setting.</summary>
    public static string PathOf(string key) => $"{SettingsKeys.Settings}.{key}";

    /// <summary>Reads the settings.</summary>
    /// <exception cref="AmoCrmConfigurationException">The document is not what it has to be.</exception>
    public static AmoCrmSettings Read(BsonDocument document, string agentId, CollectionPlace place)
    {
        if (!document.TryGetValue(SettingsKeys.Settings, out var value) || value is not BsonDocument settings)
        {
            throw OlderShape.Is(document) ? OlderShape.Error(string.Empty, agentId, place) : NoSettings(agentId, place);
        }

        var read = SettingsKeys.Read(key => Text(settings, key, agentId, place));
        if (read.Subdomain is not null)
        {
            return read;
        }

        if (OlderShape.Is(settings))
        {
            throw OlderShape.Error($"{SettingsKeys.Settings}.", agentId, place);
        }

        return OlderShape.Is(document) ? throw OlderShape.Error(string.Empty, agentId, place) : read;
    }

    public static AmoCrmConfigurationException NoSettings(string agentId, CollectionPlace place) => new(
        $"The document of agent '{agentId}' in {place} has no object '{SettingsKeys.Settings}'. Give it one: "
        + $"{place.Shell($"updateOne({{ {SettingsKeys.AgentId}: {CollectionPlace.Quoted(agentId)} }}, {{ $set: {{ {SettingsKeys.Settings}: {{ {SettingsKeys.Subdomain}: …, {SettingsKeys.AccessToken}: … }} }} }})")}.");

    public static AmoCrmConfigurationException Missing(string agentId, CollectionPlace place) => new(
        $"There is no document of agent '{agentId}' in {place}. Add it: "
        + $"{place.Shell($"insertOne({{ {SettingsKeys.AgentId}: {CollectionPlace.Quoted(agentId)}, {SettingsKeys.Settings}: {{ {SettingsKeys.Subdomain}: …, {SettingsKeys.AccessToken}: … }} }})")}, "
        + $"or choose another {nameof(AmoCrmClientOptions.AgentId)}, database or collection.");

    public static AmoCrmConfigurationException Twice(string agentId, CollectionPlace place) => new(
        $"There is more than one document of agent '{agentId}' in {place}, and nobody can tell which counts: keep one, for example by {place.Shell("deleteOne({ _id: … })")}.");

    private static string? Text(BsonDocument settings, string key, string agentId, CollectionPlace place) => settings.GetValue(key, BsonNull.Value) switch
    {
        BsonNull => null,
        BsonString text => text.Value,
        var other => throw new AmoCrmConfigurationException(
            $"'{SettingsKeys.Settings}.{key}' of agent '{agentId}' in {place} is of the BSON type {other.BsonType}: it has to be a string. Write it in quotes."),
    };

    private static BsonDocument MakeProjection()
    {
        var projection = new BsonDocument("_id", 0);
        foreach (var key in SettingsKeys.All.Concat(OlderShape.Signs))
        {
            projection.Add(PathOf(key), 1);
        }

        foreach (var key in OlderShape.Signs)
        {
            projection.Add(key, 1);
        }

        return projection;
    }
}
