using System.Net;

namespace AmoCrm.Sdk.Handlers;

/// <summary>Tells "amoCRM has no such route" from "there is no such object".</summary>
internal static class MissingRoute
{
    /// <summary>Whether the answer says that the method and path are unknown: 405, or a 404 that reads "Cannot DELETE …".</summary>
    public static bool IsMeantBy(AmoCrmApiException exception) => exception.StatusCode switch
    {
        (int)HttpStatusCode.MethodNotAllowed => true,
        (int)HttpStatusCode.NotFound => SaysCannot(exception.Title) || SaysCannot(exception.Detail),
        _ => false,
    };

    private static bool SaysCannot(string? text) => text?.StartsWith("Cannot ", StringComparison.OrdinalIgnoreCase) is true;
}
