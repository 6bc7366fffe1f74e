using System.Text.Json;

namespace AmoCrm.Sdk;

/// <summary>The base of what goes wrong between this SDK and amoCRM.</summary>
/// <remarks>Messages hold titles, statuses, handlers, error codes and paths; never a body, a token or a secret.</remarks>
public abstract class AmoCrmException : Exception, IAmoCrmError
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">One sentence for a person: what happened and what to do.</param>
    /// <param name="innerException">The cause, if it is another exception.</param>
    protected AmoCrmException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public abstract string ErrorCode { get; }

    /// <inheritdoc/>
    public string? Handler { get; init; }

    /// <summary>False for a failure behind which a repetition within the same call helps nobody, though its kind passes by itself in general.</summary>
    internal bool IsWorthRepeating { get; init; } = true;

    /// <summary>True when the request failed before a byte of it left, in all its attempts.</summary>
    internal bool IsCertainlyNotSent { get; init; }

    /// <inheritdoc/>
    public virtual int StatusCode => 0;

    /// <inheritdoc/>
    public virtual JsonElement? Problem => null;
}
