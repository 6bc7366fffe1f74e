namespace AmoCrm.Sdk;

/// <summary>How many requests may leave in which time. The defaults are amoCRM's limits: 7 a second for an integration, 50 for an account.</summary>
/// <remarks>https://www.amocrm.ru/developers/content/api/recommendations</remarks>
public sealed class AmoCrmRateLimitOptions
{
    /// <summary>Whether requests wait at all. Switch it off for a stub or an emulator without limits, never for amoCRM: it bans those who insist.</summary>
    /// <value>By default true.</value>
    public bool IsEnabled { get; set; } = true;

    /// <summary>How many requests of one integration may leave in any <see cref="Window"/>.</summary>
    /// <value>By default 7.</value>
    public int RequestsPerWindow { get; set; } = 7;

    /// <summary>How many requests of all integrations together may leave for one account in any <see cref="Window"/>.</summary>
    /// <value>By default 50.</value>
    public int AccountRequestsPerWindow { get; set; } = 50;

    /// <summary>The length of the window. It is longer than amoCRM's second, because requests that left a second apart may arrive closer together.</summary>
    /// <value>By default 1.03 seconds.</value>
    public TimeSpan Window { get; set; } = TimeSpan.FromMilliseconds(1030);

    internal AmoCrmRateLimitOptions Copy() => (AmoCrmRateLimitOptions)MemberwiseClone();
}
