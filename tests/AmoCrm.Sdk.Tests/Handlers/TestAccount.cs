namespace AmoCrm.Sdk.Tests.Handlers;

/// <summary>The account of the cases: filters on, in Moscow, on a night when it is already tomorrow there.</summary>
internal static class TestAccount
{
    /// <summary>The request that reads what other requests have to know about the account.</summary>
    public const string Read = "GET /api/v4/account?with=is_api_filter_enabled,datetime_settings";

    /// <summary>The last second of 11 March in Moscow.</summary>
    public const long EndOfToday = 1773262799;

    /// <summary>The hour of every case: 10 March in UTC, 01:30 of 11 March in Moscow.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 3, 10, 22, 30, 0, TimeSpan.Zero);
}
