namespace AmoCrm.Sdk.Transport;

/// <summary>Tells a route that does not exist (404 <c>Cannot GET /api/v4/…</c>) from an object that is missing.</summary>
internal static class MissingRoute
{
    public static bool Is(AmoCrmResponse response)
    {
        var problem = ApiProblemReader.Parse(response.Body);
        return problem is null
            ? response.LooksLikeHtml
            : IsCannot(ApiProblemReader.Text(problem, "detail")) || IsCannot(ApiProblemReader.Text(problem, "title"));
    }

    /// <summary>The same of an exception: for handlers with a fallback where a route is not offered.</summary>
    public static bool Is(AmoCrmApiException exception) =>
        exception.StatusCode == 405 || (exception.StatusCode == 404 && (IsCannot(exception.Detail) || IsCannot(exception.Title)));

    private static bool IsCannot(string? text) => text?.StartsWith("Cannot ", StringComparison.OrdinalIgnoreCase) == true;
}
