namespace AmoCrm.Emulator.Http;

/// <summary>All routes. A path that some route knows under another method is 405; one that none knows is 404.</summary>
internal sealed class RouteTable
{
    private readonly List<Route> _routes = [];

    public Route Get(string template, Func<EmulatorRequest, Answer> handler) => Add("GET", template, handler);

    public Route Post(string template, Func<EmulatorRequest, Answer> handler) => Add("POST", template, handler);

    public Route Patch(string template, Func<EmulatorRequest, Answer> handler) => Add("PATCH", template, handler);

    public Route Delete(string template, Func<EmulatorRequest, Answer> handler) => Add("DELETE", template, handler);

    public RouteMatch Match(string method, string path, EmulatorBehaviour behaviour)
    {
        var parts = path.TrimEnd('/').Split('/');
        var pathIsKnown = false;
        foreach (var route in _routes)
        {
            if (!route.Matches(parts, out var values) || route.Exists?.Invoke(behaviour) == false)
            {
                continue;
            }

            if (string.Equals(route.Method, method, StringComparison.OrdinalIgnoreCase))
            {
                return new RouteMatch(route, values, PathIsKnown: true);
            }

            pathIsKnown = true;
        }

        return new RouteMatch(Route: null, new Dictionary<string, string>(StringComparer.Ordinal), pathIsKnown);
    }

    private Route Add(string method, string template, Func<EmulatorRequest, Answer> handler)
    {
        var route = new Route(method, template, handler);
        _routes.Add(route);
        return route;
    }
}
