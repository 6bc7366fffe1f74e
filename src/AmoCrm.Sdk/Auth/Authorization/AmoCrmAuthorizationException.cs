using System.Text.Json;

namespace AmoCrm.Sdk;

/// <summary>An integration was not authorised. The tokens that were in the store before are still there, and the person can begin again.</summary>
public sealed class AmoCrmAuthorizationException : AmoCrmException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="message">One sentence for a person: what happened and what to do.</param>
    /// <param name="innerException">The cause, if it is another exception.</param>
    public AmoCrmAuthorizationException(AmoCrmAuthorizationFailure reason, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Reason = reason;
    }

    /// <summary>Why.</summary>
    public AmoCrmAuthorizationFailure Reason { get; }

    /// <inheritdoc/>
    public override string ErrorCode => AmoCrmErrorCodes.AuthorizationFailed;

    /// <inheritdoc/>
    public override int StatusCode => (InnerException as IAmoCrmError)?.StatusCode ?? 0;

    /// <inheritdoc/>
    public override JsonElement? Problem => (InnerException as IAmoCrmError)?.Problem;
}
