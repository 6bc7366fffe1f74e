using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk.Hooks;

/// <content>Deadlines.</content>
internal static partial class DefaultHooks
{
    /// <summary>
    /// A deadline as an instant. None, or <see cref="AccountTime.EndOfToday"/>, is the end of the day in the account's zone; a time without an offset
    /// is in that zone too. An instant costs no look at the account. Updates call it only for a deadline that was assigned.
    /// </summary>
    public static async ValueTask<AccountTime?> DeadlineAsync<TArguments>(
        AmoCrmApi api, TArguments arguments, AccountTime? current, CancellationToken cancellationToken)
    {
        _ = arguments;
        var time = current ?? AccountTime.EndOfToday;
        if (time.Instant is not null)
        {
            return time;
        }

        var zone = await api.Account.GetTimeZoneAsync(cancellationToken).ConfigureAwait(false);
        return time.Resolve(zone, api.TimeProvider.GetUtcNow());
    }
}
