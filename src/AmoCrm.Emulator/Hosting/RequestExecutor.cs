using AmoCrm.Emulator.Auth;

namespace AmoCrm.Emulator.Hosting;

/// <summary>Account, route, rights, handler: the order in which amoCRM's servers look at a request that <see cref="RequestAdmission"/> let in.</summary>
internal sealed class RequestExecutor(EmulatorCore core)
{
    public ExecutedRequest Execute(IncomingRequest incoming, RouteMatch match)
    {
        if (DomainLookup.Serves(incoming.Host, incoming.Path))
        {
            return new ExecutedRequest(DomainLookup.Execute(core.Directory.States, incoming), []);
        }

        if (ConsentPage.Serves(incoming.Host, incoming.Path))
        {
            return ConsentPage.Execute(core, incoming);
        }

        if (core.Directory.Find(incoming.Host) is not { } account)
        {
            return new ExecutedRequest(Problems.Unauthorized($"Account {incoming.Host} does not exist (error code 101)"), []);
        }

        return match.Route is { } route
            ? new ExecutedRequest(Run(incoming, account, match, route), route.UnknownQueryKeys(QueryTree.Parse(incoming.RawQuery)))
            : new ExecutedRequest(UnknownRoute(incoming, match), []);
    }

    private Answer Run(IncomingRequest incoming, AccountState account, RouteMatch match, Route route)
    {
        lock (account.Gate)
        {
            try
            {
                var caller = route.IsAnonymous ? null : BearerAuthentication.Authenticate(account, incoming.Header);
                if (caller is not null && route.NeedsAdmin && !account.Users.IsAdmin(caller.UserId))
                {
                    return Problems.Forbidden("Only an administrator may do this");
                }

                if (core.Behaviour.CustomersRefusal is > 0 and var refusal && incoming.Path.StartsWith("/api/v4/customers", StringComparison.Ordinal))
                {
                    return Problems.Of(refusal, "Customers are switched off (error code 426)");
                }

                return route.Handler(Request(incoming, account, match, caller));
            }
            catch (ProblemException problem)
            {
                return problem.Answer;
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                // A defect of the emulator: visible to the caller and in the log.
                return Problems.Of(500, $"The emulator failed: {failure.GetType().Name}: {failure.Message}");
            }
        }
    }

    private EmulatorRequest Request(IncomingRequest incoming, AccountState account, RouteMatch match, Caller? caller) => new()
    {
        Method = incoming.Method,
        Path = incoming.Path.TrimEnd('/'),
        RawQuery = incoming.RawQuery,
        Query = QueryTree.Parse(incoming.RawQuery),
        Account = account,
        Behaviour = core.Behaviour,
        Counter = core.Counter,
        Time = core.Clock.GetUtcNow(),
        RouteValues = match.Values,
        BodyText = incoming.Body,
        UserId = caller?.UserId ?? 0,
        ClientId = caller?.ClientId ?? string.Empty,
    };

    /// <summary>The routes that people look for and the documentation does not have are answered as the switch says.</summary>
    private Answer UnknownRoute(IncomingRequest incoming, RouteMatch match)
    {
        var isMissingDelete = incoming.Method == "DELETE" && IsEntityOrTask(incoming.Path);
        var answers405 = isMissingDelete ? core.Behaviour.DeleteRoute == DeleteRoute.MethodNotAllowed : match.PathIsKnown;
        return answers405 ? Problems.MethodNotAllowed(incoming.Method) : Problems.UnknownRoute(incoming.Method, incoming.Path);
    }

    private static bool IsEntityOrTask(string path)
    {
        var parts = path.Split('/');
        return parts is ["", "api", "v4", "leads" or "contacts" or "companies" or "customers" or "tasks", var id] && QueryValue.IsIndex(id);
    }
}
