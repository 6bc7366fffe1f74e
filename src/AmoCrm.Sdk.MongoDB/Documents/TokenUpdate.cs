using MongoDB.Bson;

namespace AmoCrm.Sdk.MongoDB.Documents;

/// <summary>The compare-and-set of tokens: the filter compares, the operators write by paths, so that what else the document holds stays as it is.</summary>
internal sealed class TokenUpdate
{
    private TokenUpdate(BsonDocument filter, BsonDocument operators)
    {
        Filter = filter;
        Operators = operators;
    }

    public BsonDocument Filter { get; }

    public BsonDocument Operators { get; }

    /// <summary>Documents in which the notes are null: a path cannot lead through it.</summary>
    public static BsonDocument WithNullNotes(string agentId) => AgentDocument.Of(agentId).Add(TokenNoteKeys.Notes, new BsonDocument("$type", "null"));

    /// <summary>Makes of null notes empty ones, which mean the same.</summary>
    public static BsonDocument EmptyNotes { get; } = new("$set", new BsonDocument(TokenNoteKeys.Notes, new BsonDocument()));

    public static TokenUpdate Of(string agentId, AmoCrmTokenRecord expected, AmoCrmTokenRecord updated)
    {
        var set = new BsonDocument();
        var unset = new BsonDocument();
        foreach (var (key, value) in TokenWrite.ChangedSettings(expected, updated))
        {
            Add(AgentDocument.PathOf(key), value);
        }

        foreach (var (name, value) in TokenWrite.Notes(expected, updated))
        {
            Add($"{TokenNoteKeys.Notes}.{name}", value);
        }

        // There is always something to set, the version, but not always something to remove.
        var operators = new BsonDocument("$set", set);
        if (unset.ElementCount > 0)
        {
            operators.Add("$unset", unset);
        }

        return new TokenUpdate(Compare(agentId, expected), operators);

        void Add(string path, object? value)
        {
            if (value is null)
            {
                unset.Add(path, string.Empty);
            }
            else
            {
                set.Add(path, BsonTokenNotes.ToBson(value));
            }
        }
    }

    // Equality with null holds for a member that is absent, too.
    private static BsonDocument Compare(string agentId, AmoCrmTokenRecord expected)
    {
        var version = expected.Notes.Version;
        BsonValue stored = TokenWrite.RefreshTokenAsStored(expected) is { } token ? new BsonString(token) : BsonNull.Value;
        return AgentDocument.Of(agentId)
            .Add($"{TokenNoteKeys.Notes}.{TokenNoteKeys.Version}", version == 0 ? new BsonDocument("$in", new BsonArray { BsonNull.Value, 0L }) : new BsonInt64(version))
            .Add(AgentDocument.PathOf(SettingsKeys.RefreshToken), stored);
    }
}
