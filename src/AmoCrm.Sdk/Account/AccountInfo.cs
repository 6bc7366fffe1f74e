namespace AmoCrm.Sdk;

/// <summary>The few facts of the account that requests depend on.</summary>
/// <param name="isApiFilterEnabled">Whether the account has bought filters in the API.</param>
/// <param name="timeZone">The account's zone; null when the answer did not tell it.</param>
internal sealed class AccountInfo(bool isApiFilterEnabled, AccountTimeZone? timeZone)
{
    public bool IsApiFilterEnabled => isApiFilterEnabled;

    public AccountTimeZone? TimeZone => timeZone;

    /// <summary>The facts that an answer tells; what it does not tell is not assumed.</summary>
    public static AccountInfo From(Account account) => new(
        account.IsApiFilterEnabled ?? false,
        AccountTimeZone.From(account.DateTimeSettings?.TimeZone, account.DateTimeSettings?.TimeZoneOffset));
}
