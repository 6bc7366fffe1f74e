using System.Globalization;

namespace AmoCrm.Sdk;

/// <summary>
/// amoCRM blocked the account, the integration or the IP address (403 with an HTML page); its support lifts it. Nothing more is sent to the account for
/// <see cref="AmoCrmRetryOptions.BlockPause"/>: calls in that time throw this too.
/// </summary>
public sealed class AmoCrmBlockedException : AmoCrmApiException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="error">The facts of the answer.</param>
    public AmoCrmBlockedException(AmoCrmApiError error)
        : base(error)
    {
    }

    private AmoCrmBlockedException(string message, AmoCrmApiError error)
        : base(message, error)
    {
    }

    /// <summary>When the next request is let through (UTC), where this one was not sent; null when it was sent and amoCRM answered with the page.</summary>
    public DateTimeOffset? RetryAt { get; private init; }

    /// <inheritdoc/>
    public override string ErrorCode => AmoCrmErrorCodes.Blocked;

    /// <summary>The error of a call that was not sent, since an earlier one met the page.</summary>
    internal static AmoCrmBlockedException NotSent(string host, string handler, DateTimeOffset until) => new(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{handler}: {host} answered with amoCRM's block page a moment ago, so this was not sent. One request is let through after {until.UtcDateTime:HH:mm:ss} UTC to see. Ask amoCRM's support to lift the block."),
        new AmoCrmApiError { StatusCode = 403, Handler = handler, Title = "Blocked", IsHtml = true })
    {
        RetryAt = until,
    };
}
