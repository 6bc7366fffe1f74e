using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk.Hooks;

/// <content>Deadlines.</content>
internal static partial class DefaultHooks
{
    /// <summary>
    /// A deadline as an instant. None, or <see cref="AccountTime.EndOfToday"/>, is the end of the day in the account's zone; a time without an offset
    /// is in that zone too. An instant costs no look at the account.
    /// </summary>
    public static async ValueTask<AccountTime?> EndOfTodayAsync<TArguments>(
        AmoCrmApi api, TArguments arguments, AccountTime? current, CancellationToken cancellationToken)
    {
        _ = arguments;
        var time = current ?? AccountTime.EndOfToday;
        return time.Instant is null ? await ResolveAsync(api, time, cancellationToken).ConfigureAwait(false) : time;
    }

    /// <summary>A deadline as an instant, for updates: none stays none, so that the deadline is left alone.</summary>
    public static async ValueTask<AccountTime?> DeadlineAsync<TArguments>(
        AmoCrmApi api, TArguments arguments, AccountTime? current, CancellationToken cancellationToken)
    {
        _ = arguments;
        return current is { Instant: null } time ? await ResolveAsync(api, time, cancellationToken).ConfigureAwait(false) : current;
    }

    private static async ValueTask<AccountTime> ResolveAsync(AmoCrmApi api, AccountTime time, CancellationToken cancellationToken)
    {
        var zone = await api.Account.GetTimeZoneAsync(cancellationToken).ConfigureAwait(false);
        return time.Resolve(zone, api.TimeProvider.GetUtcNow());
    }
}
