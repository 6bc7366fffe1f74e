namespace AmoCrm.Sdk;

/// <summary>amoCRM answered with something that is no answer to the request: not JSON, another shape, empty, too long, from elsewhere.</summary>
public sealed class AmoCrmInvalidResponseException : AmoCrmException
{
    private readonly int _statusCode;

    /// <summary>Makes the exception.</summary>
    /// <param name="message">One sentence for a person: what happened and what to do.</param>
    /// <param name="statusCode">The HTTP status of the answer; 0 when there was none.</param>
    /// <param name="innerException">The cause, if it is another exception.</param>
    public AmoCrmInvalidResponseException(string message, int statusCode = 0, Exception? innerException = null)
        : base(message, innerException)
    {
        _statusCode = statusCode;
    }

    /// <inheritdoc/>
    public override string ErrorCode => AmoCrmErrorCodes.InvalidResponse;

    /// <inheritdoc/>
    public override int StatusCode => _statusCode;
}
