namespace AmoCrm.Sdk;

/// <summary>An agent's settings and what is noted about its tokens, as a store held them at one moment.</summary>
public sealed record AmoCrmTokenRecord
{
    /// <summary>The settings.</summary>
    public required AmoCrmSettings Settings { get; init; }

    /// <summary>What is noted about the tokens, in the member <c>amocrm_sdk</c> of the document.</summary>
    public AmoCrmTokenNotes Notes { get; init; } = AmoCrmTokenNotes.None;

    /// <summary>When this was read, by the clock of the store (UTC): leases are judged by it and by nothing else.</summary>
    public required DateTimeOffset ReadAt { get; init; }

    /// <summary>What the store compares when it writes, in a form of its own. Keep it with the record.</summary>
    public object? Tag { get; init; }

    /// <summary>How things stand with the authorisation, as far as the store knows.</summary>
    public AmoCrmAuthorizationState AuthorizationState => AmoCrmAuthorizationStates.Of(this);

    /// <summary>The state and when the tokens were refreshed; nothing secret.</summary>
    public override string ToString() => $"{nameof(AmoCrmTokenRecord)} {{ AuthorizationState = {AuthorizationState}, RefreshedAt = {Notes.RefreshedAt:O} }}";
}
