namespace AmoCrm.Sdk;

/// <summary>Too many requests (429); the request was not carried out.</summary>
public sealed class AmoCrmRateLimitedException : AmoCrmApiException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="error">The facts of the answer.</param>
    public AmoCrmRateLimitedException(AmoCrmApiError error)
        : base(error)
    {
    }

    /// <summary>How long to wait before the next request, where amoCRM said so.</summary>
    public TimeSpan? RetryAfter => Error.RetryAfter;

    /// <inheritdoc/>
    public override string ErrorCode => AmoCrmErrorCodes.RateLimited;
}
