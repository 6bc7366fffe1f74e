using AmoCrm.Sdk.MongoDB.Collection;
using MongoDB.Bson;

namespace AmoCrm.Sdk.MongoDB.Documents;

/// <summary>The tokens of one agent's document: what is read of it.</summary>
internal static class TokenDocument
{
    // A name that no document has of its own.
    private const string Now = "amocrm_sdk_now";

    /// <summary>The settings, the notes and the time by the server's clock, all in one find.</summary>
    public static BsonDocument Projection { get; } = new(AgentDocument.Projection) { { TokenNoteKeys.Notes, 1 }, { Now, "$$NOW" } };

    /// <summary>Reads the record.</summary>
    /// <exception cref="AmoCrmConfigurationException">The document is not what it has to be.</exception>
    /// <exception cref="AmoCrmSettingsStoreException">The server did not tell the time.</exception>
    public static AmoCrmTokenRecord Read(BsonDocument document, string agentId, CollectionPlace place) => new()
    {
        Settings = AgentDocument.Read(document, agentId, place),
        Notes = TokenNotesReader.Read(new BsonTokenNotes(document, string.Empty, agentId, place.ToString())),
        ReadAt = document.GetValue(Now, BsonNull.Value) is BsonDateTime now
            ? new DateTimeOffset(now.ToUniversalTime())
            : throw new AmoCrmSettingsStoreException($"MongoDB ({place.Hosts}) does not tell the time of a reading, by which leases are judged: it has to be version 4.4 or newer."),
        Tag = TokenWrite.TagOf(document[SettingsKeys.Settings].AsBsonDocument.GetValue(SettingsKeys.RefreshToken, BsonNull.Value) is BsonString stored ? stored.Value : null),
    };
}
