namespace AmoCrm.Sdk;

/// <summary>What is noted beside the settings about an agent's tokens. In documents it is the member <c>amocrm_sdk</c>; all of it is optional.</summary>
/// <remarks>
/// Documents also get a member <c>state</c> (<c>authorized</c>, <c>outcome_unknown</c>, <c>reauthorization_required</c>) there, for software in other languages to
/// look at. It is written and never read: <see cref="AmoCrmTokenRecord.AuthorizationState"/> is worked out.
/// </remarks>
public sealed record AmoCrmTokenNotes
{
    /// <summary>Nothing is noted yet: the notes of a document that only older software has written.</summary>
    public static AmoCrmTokenNotes None { get; } = new();

    /// <summary>Counts the writings of these notes; 0 where there are none. Member <c>version</c>.</summary>
    public long Version { get; init; }

    /// <summary>Who is refreshing the tokens just now; null for nobody. Member <c>lease</c>.</summary>
    public AmoCrmTokenLease? Lease { get; init; }

    /// <summary>The refresh token that was sent, or is about to be, without an answer that has been kept; null when there is none. Member <c>spending</c>.</summary>
    public AmoCrmTokenSpending? Spending { get; init; }

    /// <summary>The pair before the present one, kept until the present one has worked once. Member <c>previous</c>.</summary>
    public AmoCrmTokenPair? Previous { get; init; }

    /// <summary>Pairs that amoCRM gave us while somebody else wrote another one: kept for the day that the other one fails. Member <c>aside</c>; the oldest first.</summary>
    public IReadOnlyList<AmoCrmTokenPair> Aside { get; init; } = [];

    /// <summary>
    /// When this SDK last received a pair, by the clock of the store (UTC); null when it never did. Other software may have written a newer pair since: the <c>iat</c> of its
    /// access token tells. Member <c>refreshed_at</c>.
    /// </summary>
    public DateTimeOffset? RefreshedAt { get; init; }
}
