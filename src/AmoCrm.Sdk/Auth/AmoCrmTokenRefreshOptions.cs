namespace AmoCrm.Sdk;

/// <summary>When and how tokens are refreshed.</summary>
public sealed class AmoCrmTokenRefreshOptions
{
    /// <summary>How long before its end an access token is refreshed, while requests still go out with it.</summary>
    /// <value>By default one hour, of the 24 that amoCRM gives; never more than a quarter of a token's life. Each process takes a random moment in the first half of this time, so that not all come at once.</value>
    public TimeSpan EarlyWindow { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long a process may hold the right to refresh an agent's tokens. When it dies meanwhile, the others wait this long, as far as they need another token at all.</summary>
    /// <value>By default 45 seconds. The request to amoCRM may take a third of it, what was read and written before included.</value>
    public TimeSpan LeaseDuration { get; set; } = TimeSpan.FromSeconds(45);

    internal AmoCrmTokenRefreshOptions Copy() => (AmoCrmTokenRefreshOptions)MemberwiseClone();
}
