using AmoCrm.Sdk.Dispatch;

namespace AmoCrm.Sdk;

/// <summary>A handler was called by a name that no handler has.</summary>
public sealed class AmoCrmUnknownHandlerException : ArgumentException
{
    internal AmoCrmUnknownHandlerException(string handler, IReadOnlyList<string> suggestions)
        : base($"There is no handler '{handler}'.{NameSuggestion.Question(suggestions)} HandlerCatalog.Names lists all of them.")
    {
        Handler = handler;
        Suggestions = suggestions;
    }

    /// <summary>The name that was asked for.</summary>
    public string Handler { get; }

    /// <summary>The nearest names that exist, best first; empty when none is near.</summary>
    public IReadOnlyList<string> Suggestions { get; }
}
