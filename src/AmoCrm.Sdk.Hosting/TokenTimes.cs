using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AmoCrm.Sdk.Hosting;

/// <summary>How old tokens are and when they end, as far as they say so themselves.</summary>
internal static class TokenTimes
{
    private static readonly JsonWebTokenHandler Handler = new();

    /// <summary>How long ago the present pair was received, by the clock of the store; null when nothing tells.</summary>
    public static TimeSpan? AgeOf(AmoCrmTokenRecord record) => record.ReadAt - ReceivedAt(record);

    /// <summary>When an access token ends; null when it is no JWT, or does not say.</summary>
    public static DateTimeOffset? EndOf(AmoCrmSecret accessToken) => Time(Read(accessToken)?.ValidTo);

    // The later of what we noted and what the token says: other software may have written a newer pair beside an old note.
    private static DateTimeOffset? ReceivedAt(AmoCrmTokenRecord record)
    {
        var issued = record.Settings.AccessToken is { } token ? Time(Read(token)?.IssuedAt) : null;
        return issued > record.Notes.RefreshedAt || record.Notes.RefreshedAt is null ? issued : record.Notes.RefreshedAt;
    }

    // The signature is not ours to check: nothing but a time is taken from it.
    private static JsonWebToken? Read(AmoCrmSecret token)
    {
        try
        {
            return Handler.ReadJsonWebToken(token.Reveal());
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or SecurityTokenException)
        {
            return null;
        }
    }

    private static DateTimeOffset? Time(DateTime? claim) => claim is { } time && time != DateTime.MinValue ? new DateTimeOffset(time, TimeSpan.Zero) : null;
}
