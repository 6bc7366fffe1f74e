namespace AmoCrm.Sdk;

/// <summary>The few facts of the account that requests depend on.</summary>
/// <param name="IsApiFilterEnabled">Whether the account has bought filters in the API.</param>
/// <param name="TimeZone">The account's zone; null when the answer did not tell it.</param>
internal sealed record AccountInfo(bool IsApiFilterEnabled, AccountTimeZone? TimeZone)
{
    /// <summary>The facts that an answer tells; what it does not tell is not assumed.</summary>
    public static AccountInfo From(Account account) => new(
        account.IsApiFilterEnabled ?? false,
        AccountTimeZone.From(account.DateTimeSettings?.TimeZone, account.DateTimeSettings?.TimeZoneOffset));
}
