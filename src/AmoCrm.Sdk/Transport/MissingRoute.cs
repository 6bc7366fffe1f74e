namespace AmoCrm.Sdk.Transport;

/// <summary>Tells a route that does not exist (404 <c>Cannot GET /api/v4/…</c>, a page of the server in front, 405) from an object that is missing.</summary>
internal static class MissingRoute
{
    public static bool Is(AmoCrmApiError error) =>
        error.StatusCode == 405 || (error.StatusCode == 404 && (error.IsHtml || IsCannot(error.Detail) || IsCannot(error.Title)));

    private static bool IsCannot(string? text) => text?.StartsWith("Cannot ", StringComparison.OrdinalIgnoreCase) == true;
}
