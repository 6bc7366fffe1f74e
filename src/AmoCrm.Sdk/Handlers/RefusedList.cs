using System.Net;

namespace AmoCrm.Sdk.Handlers;

/// <summary>Lists that an account may refuse as a whole because the feature is off or not in its plan; the other lists of a composed read still count.</summary>
internal static class RefusedList
{
    /// <summary>Whether amoCRM refuses the list rather than failing: 402, 403 or 422, but never the page of a block.</summary>
    public static bool IsMeantBy(AmoCrmApiException exception) =>
        exception is not AmoCrmBlockedException
        && exception.StatusCode is (int)HttpStatusCode.PaymentRequired or (int)HttpStatusCode.Forbidden or (int)HttpStatusCode.UnprocessableEntity;
}
