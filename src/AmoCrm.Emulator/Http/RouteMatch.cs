namespace AmoCrm.Emulator.Http;

/// <summary>The route of a request, if there is one, and the variables of its path.</summary>
internal sealed record RouteMatch(Route? Route, IReadOnlyDictionary<string, string> Values, bool PathIsKnown);
