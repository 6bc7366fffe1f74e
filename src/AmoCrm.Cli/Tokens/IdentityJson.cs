using System.Globalization;
using System.Text.Json.Nodes;
using AmoCrm.Cli.Output;

namespace AmoCrm.Cli.Tokens;

/// <summary>Writes an <see cref="Identity"/> for programs. Every member is always there; what is not known is null.</summary>
internal static class IdentityJson
{
    public static string Write(Identity identity)
    {
        var (account, standing) = (identity.Account, identity.Standing);
        return JsonOutput.Format(new JsonObject
        {
            ["authorized"] = identity.Problem is null,
            ["agent"] = identity.Agent,
            ["settings"] = identity.Place,
            ["host"] = identity.Host,
            ["account"] = account is null ? null : new JsonObject { ["id"] = account.Id, ["name"] = account.Name, ["subdomain"] = account.Subdomain },
            ["user_id"] = account?.CurrentUserId,
            ["token"] = new JsonObject
            {
                ["kind"] = StandingWords.Of(standing.Kind),
                ["issued_at"] = Text(standing.IssuedAt),
                ["age_seconds"] = Seconds(standing.Age),
                ["expires_at"] = Text(standing.ExpiresAt),
                ["seconds_left"] = Seconds(standing.Left),
                ["refresh_expires_at"] = Text(standing.RefreshExpiresAt),
                ["refresh_days_left"] = standing.RefreshLeft is { } left ? (long)Math.Max(0, Math.Floor(left.TotalDays)) : null,
            },
            ["state"] = StandingWords.StateOf(standing),
            ["error"] = identity.Problem,
            ["remedy"] = identity.Remedy,
        });
    }

    private static string? Text(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static long? Seconds(TimeSpan? span) => span is { } known ? (long)known.TotalSeconds : null;
}
