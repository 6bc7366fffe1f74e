namespace AmoCrm.Sdk.Hosting;

/// <summary>The notes beside the settings: their token pairs are protected too, and the mark of a refresh token is that of its stored text.</summary>
/// <remarks>
/// The mark (<see cref="AmoCrmTokenSpending.Fingerprint"/>) is translated so that whoever looks at the document without the keys still sees the right state.
/// A pair that cannot be read stays in the document and is not shown: after the loss of a key ring it is of no use to anybody, and must not keep an agent that was authorised again from working.
/// </remarks>
internal static class ProtectedNotes
{
    public static AmoCrmTokenNotes Unprotect(this SecretProtector protector, AmoCrmTokenNotes stored, AmoCrmSettings storedSettings, AmoCrmSettings settings) => stored with
    {
        Spending = Marked(stored.Spending, storedSettings, settings),
        Previous = protector.Unprotect(stored.Previous),
        Aside = [.. stored.Aside.Select(protector.Unprotect).OfType<AmoCrmTokenPair>()],
    };

    /// <param name="protector">The keys.</param>
    /// <param name="notes">The notes to write.</param>
    /// <param name="before">What is stored now.</param>
    /// <param name="storedSettings">The settings as they will be stored beside the notes.</param>
    public static AmoCrmTokenNotes Protect(this SecretProtector protector, AmoCrmTokenNotes notes, AmoCrmTokenNotes before, AmoCrmSettings storedSettings)
    {
        return notes with
        {
            Spending = notes.Spending is null ? null : Marked(notes.Spending, protector.Unprotect(storedSettings), storedSettings),
            Previous = notes.Previous is null
                ? before.Previous is { } old && protector.Unprotect(old) is null ? old : null
                : Protected(notes.Previous),
            Aside = [.. before.Aside.Where(pair => protector.Unprotect(pair) is null), .. notes.Aside.Select(Protected)],
        };

        // What has not changed keeps its text.
        AmoCrmTokenPair Protected(AmoCrmTokenPair pair) =>
            before.Aside.Append(before.Previous).OfType<AmoCrmTokenPair>().FirstOrDefault(kept => IsProtected(kept) && protector.Unprotect(kept) == pair)
            ?? pair with
            {
                AccessToken = protector.Protect(SettingsKeys.AccessToken, pair.AccessToken),
                RefreshToken = protector.Protect(SettingsKeys.RefreshToken, pair.RefreshToken),
            };
    }

    /// <returns>Null when it cannot be read.</returns>
    private static AmoCrmTokenPair? Unprotect(this SecretProtector protector, AmoCrmTokenPair? stored) =>
        stored is not null
        && protector.TryUnprotect(SettingsKeys.AccessToken, stored.AccessToken, out var access, out _)
        && protector.TryUnprotect(SettingsKeys.RefreshToken, stored.RefreshToken, out var refresh, out _)
            ? stored with { AccessToken = access, RefreshToken = refresh }
            : null;

    private static bool IsProtected(AmoCrmTokenPair pair) =>
        (pair.AccessToken is null || SecretProtector.IsProtected(pair.AccessToken)) && (pair.RefreshToken is null || SecretProtector.IsProtected(pair.RefreshToken));

    private static AmoCrmTokenSpending? Marked(AmoCrmTokenSpending? spending, AmoCrmSettings from, AmoCrmSettings to) =>
        spending is not null && TokenFingerprint.IsAbout(spending, from) ? spending with { Fingerprint = TokenFingerprint.Of(to) } : spending;
}
