namespace AmoCrm.Sdk;

/// <summary>What a store compares before it writes tokens, and what it writes: the same in every store.</summary>
internal static class TokenWrite
{
    /// <summary>What a store keeps in <see cref="AmoCrmTokenRecord.Tag"/>: the refresh token with the spaces around it. It is a secret, so that a record can be logged.</summary>
    public static object? TagOf(string? stored) => AmoCrmSecret.FromString(stored);

    /// <summary>
    /// The refresh token that has to be in the document still, as it was stored; null for none. A tag that belongs to another refresh token does not count: then the record
    /// is one that was written, and what was written is what is there.
    /// </summary>
    public static string? RefreshTokenAsStored(AmoCrmTokenRecord expected)
    {
        var read = expected.Settings.RefreshToken?.Reveal();
        var stored = (expected.Tag as AmoCrmSecret)?.Reveal();
        return stored is not null && stored.Trim() == (read ?? string.Empty) ? stored : read;
    }

    /// <summary>The settings to write: those that differ, whichever they are, so that nobody has to write past the comparison. A null is removed.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> ChangedSettings(AmoCrmTokenRecord expected, AmoCrmTokenRecord updated) =>
        from key in SettingsKeys.All
        let value = SettingsKeys.ValueOf(updated.Settings, key)
        where value != SettingsKeys.ValueOf(expected.Settings, key)
        select new KeyValuePair<string, string?>(key, value);

    /// <summary>The members of <c>amocrm_sdk</c> to write. The version is the next one, whatever the caller put there.</summary>
    public static IReadOnlyList<KeyValuePair<string, object?>> Notes(AmoCrmTokenRecord expected, AmoCrmTokenRecord updated) =>
        TokenNotesWriter.Members(updated with { Notes = updated.Notes with { Version = expected.Notes.Version + 1 } });
}
