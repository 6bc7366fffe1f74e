namespace AmoCrm.Sdk.Hosting;

/// <summary>What the health check looks at.</summary>
public sealed class AmoCrmHealthCheckOptions
{
    /// <summary>How long a refresh token lives, from the moment it was given: 3 months, of which the shortest count.</summary>
    internal static readonly TimeSpan RefreshTokenLife = TimeSpan.FromDays(89);

    /// <summary>The agents that are looked at.</summary>
    /// <value>By default none: all that the store lists; where settings are kept in no store, the one of the client's options.</value>
    public IList<string> Agents { get; } = [];

    /// <summary>How old a refresh token may be before the check says that it nears its end. It lives for three months; <c>AddKeepAlive</c> keeps all of them younger than this.</summary>
    /// <value>By default 75 days; from 1 to 89.</value>
    public TimeSpan RefreshTokenWarningAge { get; set; } = TimeSpan.FromDays(75);
}
