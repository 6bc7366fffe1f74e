namespace AmoCrm.Sdk.Auth.Refresh;

/// <summary>Why tokens are to be refreshed, and so when nothing is left to do.</summary>
/// <param name="unwanted">The access token that ends, has ended or was refused; null when there was none, or when it is the age of the pair that counts.</param>
/// <param name="isRefused">Whether amoCRM refused it: it is of no use then, whatever it says about its end.</param>
/// <param name="minimumAge">How old the pair has to be to be refreshed; null when it is the access token that counts.</param>
internal sealed class TokenDemand(AmoCrmSecret? unwanted, bool isRefused = false, TimeSpan? minimumAge = null)
{
    public AmoCrmSecret? Unwanted => unwanted;

    public bool IsRefused => isRefused;

    public TimeSpan? MinimumAge => minimumAge;

    /// <summary>Whether somebody has done it already.</summary>
    public bool IsMetBy(AmoCrmTokenRecord record, DateTimeOffset now)
    {
        if (MinimumAge is { } age)
        {
            return ReceivedAt(record) is { } received && record.ReadAt - received < age;
        }

        return record.Settings.AccessToken is { IsEmpty: false } token && token != Unwanted && !HasEnded(token, now);
    }

    /// <summary>Whether calls can go on with the access token that is there.</summary>
    public bool CanUse(AmoCrmSettings settings, DateTimeOffset now) =>
        settings.AccessToken is { IsEmpty: false } token && !(IsRefused && token == Unwanted) && !HasEnded(token, now);

    private static bool HasEnded(AmoCrmSecret token, DateTimeOffset now) => AccessTokenClaims.Read(token.Reveal()).ExpiresAt <= now;

    // The later of what we noted and what the token says: other software may have written a newer pair beside an old note.
    private static DateTimeOffset? ReceivedAt(AmoCrmTokenRecord record)
    {
        var issued = record.Settings.AccessToken is { } token ? AccessTokenClaims.Read(token.Reveal()).IssuedAt : null;
        return issued > record.Notes.RefreshedAt || record.Notes.RefreshedAt is null ? issued : record.Notes.RefreshedAt;
    }
}
