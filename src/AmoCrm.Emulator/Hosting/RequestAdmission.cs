using AmoCrm.Emulator.Auth;

namespace AmoCrm.Emulator.Hosting;

/// <summary>What a request meets at its arrival, before its body is read: it is counted, then ban and limits.</summary>
internal sealed class RequestAdmission(EmulatorCore core)
{
    /// <summary>The refusal; null for a request that may go on.</summary>
    /// <param name="incoming">The request; its body may be missing still.</param>
    /// <param name="arrived">When it came.</param>
    /// <param name="isExecuted">Off for a request that a fault answers: it is counted, and spends nothing of the limits.</param>
    public ExecutedRequest? Refuse(IncomingRequest incoming, DateTimeOffset arrived, bool isExecuted)
    {
        // The hosts of all accounts have no limits.
        var isCommon = DomainLookup.Serves(incoming.Host, incoming.Path) || ConsentPage.Serves(incoming.Host, incoming.Path);
        var account = isCommon ? null : core.Directory.Find(incoming.Host);
        var client = account is null ? string.Empty : BearerAuthentication.ClientOf(incoming.Header("Authorization")) ?? EmulatorDemo.ClientId;
        if (account is not null)
        {
            core.Counter.AddArrival(account.Id, client, arrived);
        }

        if (!isExecuted)
        {
            return null;
        }

        if (core.Limiter.IsBanned)
        {
            return new ExecutedRequest(Problems.HtmlForbidden(), []);
        }

        return account is null || core.Limiter.TryEnter(account.Id, client, arrived) ? null : new ExecutedRequest(TooManyRequests(), []);
    }

    private Answer TooManyRequests() =>
        Problems.Of(429, "Too many requests") with { RetryAfterSeconds = core.Behaviour.SendRetryAfter ? 1 : null };
}
