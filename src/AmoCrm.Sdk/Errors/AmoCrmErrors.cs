namespace AmoCrm.Sdk;

/// <summary>Makes the exception that fits an answer with which amoCRM refused a request.</summary>
internal static class AmoCrmErrors
{
    public static AmoCrmException From(AmoCrmResponse response, string? handler)
    {
        if (response.StatusCode is >= 300 and < 400)
        {
            return new AmoCrmInvalidResponseException(
                $"{handler ?? "amoCRM"}: the host answered with a redirect ({response.StatusCode}), which is never followed: check amocrm_subdomain, the account may have been renamed.",
                response.StatusCode)
            {
                Handler = handler,
            };
        }

        var error = Describe(response, handler);
        return error.StatusCode switch
        {
            400 => new AmoCrmValidationException(error),
            401 => new AmoCrmUnauthorizedException(error),
            402 => new AmoCrmPaymentRequiredException(error),
            403 when error.IsHtml => new AmoCrmBlockedException(error),
            403 => new AmoCrmForbiddenException(error),
            404 => new AmoCrmNotFoundException(error),
            422 => new AmoCrmUnprocessableException(error),
            429 => new AmoCrmRateLimitedException(error),
            >= 500 => new AmoCrmServerException(error),
            _ => new AmoCrmApiException(error),
        };
    }

    /// <summary>The facts of an answer that is no success.</summary>
    public static AmoCrmApiError Describe(AmoCrmResponse response, string? handler)
    {
        var problem = ApiProblemReader.Parse(response.Body);
        return new AmoCrmApiError
        {
            StatusCode = response.StatusCode,
            Title = ApiProblemReader.Text(problem, "title"),
            Detail = ApiProblemReader.Text(problem, "detail"),
            Hint = ApiProblemReader.Text(problem, "hint"),
            RequestId = response.RequestId,
            Handler = handler,
            LegacyCode = ApiProblemReader.LegacyCode(problem),
            Errors = ApiProblemReader.Errors(problem),
            RetryAfter = response.RetryAfter,
            Problem = problem,
            IsHtml = problem is null && response.LooksLikeHtml,
        };
    }
}
