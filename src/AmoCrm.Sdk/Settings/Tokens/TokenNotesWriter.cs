namespace AmoCrm.Sdk;

/// <summary>Makes of a record the members that <c>amocrm_sdk</c> gets, in a form that every kind of document can hold.</summary>
internal static class TokenNotesWriter
{
    /// <summary>
    /// The members in the order in which documents are written. Values are <see cref="string"/>, <see cref="long"/>, <see cref="DateTimeOffset"/> in UTC, an object (a list of
    /// such members) or an array of objects; null for a member that is to be removed.
    /// </summary>
    public static IReadOnlyList<KeyValuePair<string, object?>> Members(AmoCrmTokenRecord record)
    {
        var notes = record.Notes;
        return
        [
            new(TokenNoteKeys.Version, notes.Version),
            new(TokenNoteKeys.State, AuthorizationStateNames.Of(record.AuthorizationState)),
            new(TokenNoteKeys.Lease, notes.Lease is null ? null : Lease(notes.Lease)),
            new(TokenNoteKeys.Spending, notes.Spending is null ? null : Spending(notes.Spending)),
            new(TokenNoteKeys.Previous, notes.Previous is null ? null : Pair(notes.Previous)),
            new(TokenNoteKeys.Aside, notes.Aside.Count == 0 ? null : notes.Aside.Select(Pair).ToArray()),
            new(TokenNoteKeys.RefreshedAt, notes.RefreshedAt?.ToUniversalTime()),
        ];
    }

    private static KeyValuePair<string, object?>[] Lease(AmoCrmTokenLease lease) =>
    [
        new(TokenNoteKeys.Owner, lease.Owner),
        new(TokenNoteKeys.Until, lease.Until.ToUniversalTime()),
    ];

    private static KeyValuePair<string, object?>[] Spending(AmoCrmTokenSpending spending) =>
    [
        new(TokenNoteKeys.Fingerprint, spending.Fingerprint),
        new(TokenNoteKeys.Owner, spending.Owner),
        new(TokenNoteKeys.At, spending.At.ToUniversalTime()),
        new(TokenNoteKeys.Attempts, (long)spending.Attempts),
        new(TokenNoteKeys.State, TokenNoteKeys.NameOf(spending.State)),
    ];

    private static KeyValuePair<string, object?>[] Pair(AmoCrmTokenPair pair) =>
    [
        new(TokenNoteKeys.AccessToken, pair.AccessToken?.Reveal()),
        new(TokenNoteKeys.RefreshToken, pair.RefreshToken?.Reveal()),
        new(TokenNoteKeys.At, pair.At.ToUniversalTime()),
    ];
}
