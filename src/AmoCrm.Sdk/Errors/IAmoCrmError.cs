using System.Text.Json;

namespace AmoCrm.Sdk;

/// <summary>What every exception of this SDK can say about itself, whichever .NET type it derives from.</summary>
/// <remarks>Bad arguments are <see cref="ArgumentException"/>s and cancellations <see cref="OperationCanceledException"/>s, so there is no common base class.</remarks>
public interface IAmoCrmError
{
    /// <summary>One of the constants of <see cref="AmoCrmErrorCodes"/>.</summary>
    string ErrorCode { get; }

    /// <summary>The handler that was called, such as <c>amocrm_get_company</c>; null when the error belongs to none.</summary>
    string? Handler { get; }

    /// <summary>The HTTP status of amoCRM's answer; 0 when there was no answer.</summary>
    int StatusCode { get; }

    /// <summary>amoCRM's problem JSON as it was sent; null when the answer was not a JSON object. Data for programs: it is never part of a message or a log.</summary>
    JsonElement? Problem { get; }
}
