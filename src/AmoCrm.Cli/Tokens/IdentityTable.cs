using System.Globalization;
using AmoCrm.Cli.Output;

namespace AmoCrm.Cli.Tokens;

/// <summary>Writes an <see cref="Identity"/> for people: a line for each fact that is known.</summary>
internal static class IdentityTable
{
    public static async Task WriteAsync(CliConsole console, Identity identity)
    {
        foreach (var (name, value) in Lines(identity))
        {
            if (value is not null)
            {
                await console.Out.WriteLineAsync($"{name,-14} {value}").ConfigureAwait(false);
            }
        }
    }

    private static IEnumerable<(string Name, string? Value)> Lines(Identity identity)
    {
        var (account, standing) = (identity.Account, identity.Standing);
        yield return ("account", account is null ? null : Invariant($"{account.Name} ({account.Id})"));
        yield return ("host", identity.Host);
        yield return ("user", account?.CurrentUserId is { } user ? Invariant($"{user}") : null);
        yield return ("agent", identity.Agent);
        yield return ("settings", identity.Place);
        yield return ("token", StandingWords.Describe(standing.Kind));
        yield return ("age", Since(standing.Age, standing.IssuedAt));
        yield return ("access token", Until(standing.Left, standing.ExpiresAt));
        yield return ("refresh token", Until(standing.RefreshLeft, standing.RefreshExpiresAt));
        yield return ("state", StandingWords.StateOf(standing));
    }

    private static string? Since(TimeSpan? age, DateTimeOffset? at) =>
        age is { } span && at is { } time ? $"{StandingWords.Long(span)}, since {StandingWords.At(time)}" : null;

    private static string? Until(TimeSpan? left, DateTimeOffset? at) => left is { } span && at is { } time
        ? span > TimeSpan.Zero ? $"{StandingWords.Long(span)} left, until {StandingWords.At(time)}" : $"ended {StandingWords.At(time)}"
        : null;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
