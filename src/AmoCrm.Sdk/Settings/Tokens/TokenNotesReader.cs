namespace AmoCrm.Sdk;

/// <summary>Makes notes of the members of a document.</summary>
internal static class TokenNotesReader
{
    /// <param name="document">The members of the whole document.</param>
    /// <exception cref="AmoCrmConfigurationException">Something of <c>amocrm_sdk</c> is not what it has to be.</exception>
    public static AmoCrmTokenNotes Read(TokenNoteMembers document) => document.Object(TokenNoteKeys.Notes) is not { } members
        ? AmoCrmTokenNotes.None
        : new AmoCrmTokenNotes
        {
            Version = Count(members, TokenNoteKeys.Version, 0, long.MaxValue - 1) ?? 0,
            Lease = members.Object(TokenNoteKeys.Lease) is { } lease ? new AmoCrmTokenLease(Text(lease, TokenNoteKeys.Owner), Time(lease, TokenNoteKeys.Until)) : null,
            Spending = members.Object(TokenNoteKeys.Spending) is { } spending ? Spending(spending) : null,
            Previous = members.Object(TokenNoteKeys.Previous) is { } previous ? Pair(previous) : null,
            Aside = [.. members.Objects(TokenNoteKeys.Aside).Select(Pair)],
            RefreshedAt = members.Time(TokenNoteKeys.RefreshedAt),
        };

    private static AmoCrmTokenSpending Spending(TokenNoteMembers members)
    {
        const string States = "pending, outcome_unknown or refused; if a newer AmoCrm.Sdk wrote it, update this one";
        return new AmoCrmTokenSpending(
            Text(members, TokenNoteKeys.Fingerprint),
            Text(members, TokenNoteKeys.Owner),
            Time(members, TokenNoteKeys.At),
            (int)(Count(members, TokenNoteKeys.Attempts, 1, int.MaxValue) ?? throw members.Missing(TokenNoteKeys.Attempts)),
            TokenNoteKeys.SpendingStateOf(Text(members, TokenNoteKeys.State)) ?? throw members.Wrong(TokenNoteKeys.State, "a text that is not known", States));
    }

    private static AmoCrmTokenPair Pair(TokenNoteMembers members) =>
        new(members.Text(TokenNoteKeys.AccessToken), members.Text(TokenNoteKeys.RefreshToken), Time(members, TokenNoteKeys.At));

    private static string Text(TokenNoteMembers members, string name) => members.Text(name) ?? throw members.Missing(name);

    private static DateTimeOffset Time(TokenNoteMembers members, string name) => members.Time(name) ?? throw members.Missing(name);

    private static long? Count(TokenNoteMembers members, string name, long least, long most) => members.Number(name) switch
    {
        { } number when number < least || number > most => throw members.Wrong(name, "a number that cannot be", $"{least} or more"),
        var number => number,
    };
}
