using System.Text.Json;

namespace AmoCrm.Sdk;

/// <summary>An argument of a call is missing, unknown or not allowed; nothing was sent.</summary>
public sealed class AmoCrmArgumentException : ArgumentException, IAmoCrmError
{
    /// <summary>Makes the exception.</summary>
    /// <param name="handler">The handler that was called; null when the argument belongs to none.</param>
    /// <param name="parameter">The parameter's dynamic name, such as <c>company_id</c>; null when the fault is in several.</param>
    /// <param name="message">One sentence for a person: what is wrong and what is allowed.</param>
    /// <param name="innerException">The cause, if it is another exception.</param>
    public AmoCrmArgumentException(string? handler, string? parameter, string message, Exception? innerException = null)
        : base(message, parameter, innerException)
    {
        Handler = handler;
    }

    /// <inheritdoc/>
    public override string Message => Handler is null ? base.Message : $"{Handler}: {base.Message}";

    /// <inheritdoc/>
    public string ErrorCode => AmoCrmErrorCodes.InvalidParams;

    /// <inheritdoc/>
    public string? Handler { get; }

    /// <inheritdoc/>
    public int StatusCode => 0;

    /// <inheritdoc/>
    public JsonElement? Problem => null;
}
