using System.Text.Json;

namespace AmoCrm.Sdk;

/// <summary>amoCRM answered, and refused. The derived types tell the reasons apart; this one itself is used for the rare statuses without a type.</summary>
public class AmoCrmApiException : AmoCrmException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="error">The facts of the answer.</param>
    public AmoCrmApiException(AmoCrmApiError error)
        : this(ApiErrorMessage.Compose(error), error)
    {
    }

    private protected AmoCrmApiException(string message, AmoCrmApiError error)
        : base(message)
    {
        Error = error;
        Handler = error.Handler;
    }

    /// <summary>All facts of the answer.</summary>
    public AmoCrmApiError Error { get; }

    /// <inheritdoc/>
    public override int StatusCode => Error.StatusCode;

    /// <summary>amoCRM's title, such as <c>Bad Request</c>; possibly localised.</summary>
    public string? Title => Error.Title;

    /// <summary>amoCRM's explanation; not part of <see cref="Exception.Message"/>, for it may quote what was sent.</summary>
    public string? Detail => Error.Detail;

    /// <summary>The <c>X-Request-Id</c> of the answer, for amoCRM's support.</summary>
    public string? RequestId => Error.RequestId;

    /// <inheritdoc/>
    public override JsonElement? Problem => Error.Problem;

    /// <inheritdoc/>
    public override string ErrorCode => StatusCode switch
    {
        405 => AmoCrmErrorCodes.NotSupported,
        >= 500 => AmoCrmErrorCodes.ServerError,
        _ => AmoCrmErrorCodes.Unprocessable,
    };
}
