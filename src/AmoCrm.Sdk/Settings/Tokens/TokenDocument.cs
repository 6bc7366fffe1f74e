using System.Text.Json;
using System.Text.Json.Nodes;

namespace AmoCrm.Sdk;

/// <summary>The tokens of one agent's JSON document, and the compare-and-set by which they change. Whoever calls sees to it that nobody writes in between.</summary>
internal static class TokenDocument
{
    public static AmoCrmTokenRecord Read(JsonObject document, string agentId, string place, DateTimeOffset readAt) => new()
    {
        Settings = SettingsDocument.Read(document, agentId, place),
        Notes = Notes(document, agentId, place),
        ReadAt = readAt,
        Tag = TokenWrite.TagOf(StoredRefreshToken(document)),
    };

    /// <returns>False when the document is not what was expected; it is unchanged then.</returns>
    public static bool TryWrite(JsonObject document, string agentId, string place, AmoCrmTokenRecord expected, AmoCrmTokenRecord updated)
    {
        if (Notes(document, agentId, place).Version != expected.Notes.Version
            || StoredRefreshToken(document) != TokenWrite.RefreshTokenAsStored(expected)
            || document[SettingsKeys.Settings] is not JsonObject settings)
        {
            return false;
        }

        foreach (var (key, value) in TokenWrite.ChangedSettings(expected, updated))
        {
            if (value is null)
            {
                settings.Remove(key);
            }
            else
            {
                settings[key] = value;
            }
        }

        if (document[TokenNoteKeys.Notes] is not JsonObject notes)
        {
            notes = [];
            document[TokenNoteKeys.Notes] = notes;
        }

        JsonTokenNotes.Write(notes, TokenWrite.Notes(expected, updated));
        return true;
    }

    private static AmoCrmTokenNotes Notes(JsonObject document, string agentId, string place) =>
        TokenNotesReader.Read(new JsonTokenNotes(document, string.Empty, agentId, place));

    private static string? StoredRefreshToken(JsonObject document) =>
        document[SettingsKeys.Settings] is JsonObject settings && settings[SettingsKeys.RefreshToken] is JsonValue value && value.GetValueKind() == JsonValueKind.String
            ? value.GetValue<string>()
            : null;
}
