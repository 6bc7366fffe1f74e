namespace AmoCrm.Sdk;

/// <summary>
/// The members of an object of notes, as one kind of document holds them. What cannot be understood is an error and never absent: notes guard a refresh token, and
/// whoever passed over one could spend the token twice.
/// </summary>
/// <param name="path">Where the object is: <c>amocrm_sdk.lease</c>; empty for the document itself.</param>
/// <param name="agentId">The agent.</param>
/// <param name="place">The file or collection, for messages.</param>
internal abstract class TokenNoteMembers(string path, string agentId, string place)
{
    /// <summary>A text; null when it is absent.</summary>
    public abstract string? Text(string name);

    /// <summary>A whole number; null when it is absent.</summary>
    public abstract long? Number(string name);

    /// <summary>A time; null when it is absent.</summary>
    public abstract DateTimeOffset? Time(string name);

    /// <summary>An object; null when it is absent.</summary>
    public abstract TokenNoteMembers? Object(string name);

    /// <summary>An array of objects; empty when it is absent.</summary>
    public abstract IReadOnlyList<TokenNoteMembers> Objects(string name);

    /// <summary>A member that has to be there is not.</summary>
    public AmoCrmConfigurationException Missing(string name) => Problem(name, "is missing");

    /// <summary>A member is not what it has to be.</summary>
    /// <param name="name">The member.</param>
    /// <param name="found">What it is, without its value: "of the JSON kind Number".</param>
    /// <param name="wanted">What it has to be: "a text".</param>
    public AmoCrmConfigurationException Wrong(string name, string found, string wanted) => Problem(name, $"is {found}: it has to be {wanted}");

    protected string PathOf(string name) => path.Length == 0 ? name : $"{path}.{name}";

    protected string AgentId => agentId;

    protected string Place => place;

    // It holds the lease as well: removed under a running process, two could refresh at once.
    private AmoCrmConfigurationException Problem(string name, string problem) => new(
        $"'{PathOf(name)}' of agent '{agentId}' in {place} {problem}. It guards the refresh token, so it is not passed over. Put it right; or, while no process uses this agent, "
        + $"remove '{TokenNoteKeys.Notes}' after a look at '{TokenNoteKeys.Previous}' and '{TokenNoteKeys.Aside}' in it, which may hold tokens that still work.");
}
