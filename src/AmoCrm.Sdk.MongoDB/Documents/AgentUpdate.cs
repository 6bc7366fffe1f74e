using MongoDB.Bson;

namespace AmoCrm.Sdk.MongoDB.Documents;

/// <summary>The update that writes settings: each key by its path, so that what else the document holds stays as it is.</summary>
internal sealed class AgentUpdate
{
    private AgentUpdate(BsonDocument operators, bool addsAgent)
    {
        Operators = operators;
        AddsAgent = addsAgent;
    }

    public BsonDocument Operators { get; }

    /// <summary>Whether the agent is added when it is new. Without a single setting there is nothing to add.</summary>
    public bool AddsAgent { get; }

    public static AgentUpdate To(AmoCrmSettings settings)
    {
        var set = new BsonDocument();
        var unset = new BsonDocument();
        foreach (var key in SettingsKeys.All)
        {
            if (SettingsKeys.ValueOf(settings, key) is { } value)
            {
                set.Add(AgentDocument.PathOf(key), value);
            }
            else
            {
                unset.Add(AgentDocument.PathOf(key), string.Empty);
            }
        }

        // An operator without a field is an error on servers before 5.0.
        var operators = new BsonDocument();
        if (set.ElementCount > 0)
        {
            operators.Add("$set", set);
        }

        if (unset.ElementCount > 0)
        {
            operators.Add("$unset", unset);
        }

        return new AgentUpdate(operators, set.ElementCount > 0);
    }
}
