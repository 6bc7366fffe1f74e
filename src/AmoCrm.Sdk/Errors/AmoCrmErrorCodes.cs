namespace AmoCrm.Sdk;

/// <summary>The values of <see cref="IAmoCrmError.ErrorCode"/>, and of <c>error_code</c> in the envelopes of the engine.</summary>
public static class AmoCrmErrorCodes
{
    /// <summary>A parameter is missing, unknown or of the wrong kind; nothing was sent.</summary>
    public const string InvalidParams = "invalid_params";

    /// <summary>The object, or the route, does not exist (404, or 204 where amoCRM answers so).</summary>
    public const string NotFound = "not_found";

    /// <summary>amoCRM refused the data (400).</summary>
    public const string Validation = "validation";

    /// <summary>The token is missing, expired or of another account (401).</summary>
    public const string Unauthorized = "unauthorized";

    /// <summary>No token can be had any more: a person has to authorise the integration again.</summary>
    public const string ReauthorizationRequired = "reauthorization_required";

    /// <summary>An integration was not authorised: the person refused, or the code was not taken.</summary>
    public const string AuthorizationFailed = "authorization_failed";

    /// <summary>The user or the integration has no right to do this (403).</summary>
    public const string Forbidden = "forbidden";

    /// <summary>amoCRM blocked the account or the address (403 with an HTML page).</summary>
    public const string Blocked = "blocked";

    /// <summary>The subscription has ended or does not include this (402).</summary>
    public const string PaymentRequired = "payment_required";

    /// <summary>Understood, but amoCRM cannot do it: a limit or a feature that is off (422 and the like).</summary>
    public const string Unprocessable = "unprocessable";

    /// <summary>Too many requests (429).</summary>
    public const string RateLimited = "rate_limited";

    /// <summary>amoCRM failed (500 and above).</summary>
    public const string ServerError = "server_error";

    /// <summary>No connection, or it broke.</summary>
    public const string Network = "network";

    /// <summary>No answer in time.</summary>
    public const string Timeout = "timeout";

    /// <summary>A write may or may not have happened: look before repeating it.</summary>
    public const string OutcomeUnknown = "outcome_unknown";

    /// <summary>amoCRM, or this account, does not offer this.</summary>
    public const string NotSupported = "not_supported";

    /// <summary>A call could not be matched with a contact or company by its phone number.</summary>
    public const string CallNotMatched = "call_not_matched";

    /// <summary>The settings of the agent are missing, incomplete or wrong.</summary>
    public const string SettingsError = "settings_error";

    /// <summary>amoCRM answered with something that is no answer to the request.</summary>
    public const string InvalidResponse = "invalid_response";
}
