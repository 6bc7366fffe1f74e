namespace AmoCrm.Sdk;

/// <summary>What to do about an answer, where more is known than its status: the numeric codes of amoCRM's older API and the statuses that need a person.</summary>
internal static class Remedies
{
    public static string? For(AmoCrmApiError error) => (error.LegacyCode ?? 0) switch
    {
        101 => "amoCRM knows no account of this name: check amocrm_subdomain.",
        112 => "The user is switched off or not in this account.",
        113 => "The address this came from is not in the account's list of allowed IP addresses.",
        244 or 288 => "No rights, or the account's subscription has ended: check the user's rights and the subscription.",
        425 or 426 => "Customers are not available or are switched off in this account.",
        _ => ForStatus(error),
    };

    private static string? ForStatus(AmoCrmApiError error) => error.StatusCode switch
    {
        401 => "Check that the access token is of this account and has neither expired nor been revoked.",
        402 => "The account's subscription has ended or does not include this.",
        403 when error.IsHtml => "This looks like amoCRM's block page: stop sending and ask amoCRM's support.",
        413 or 414 => "Send fewer items in one request.",
        504 => "Large batches and heavy filters end like this: send less at once.",
        _ => null,
    };
}
