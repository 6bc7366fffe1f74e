using AmoCrm.Sdk.Generators.Diagnostics;
using AmoCrm.Sdk.Generators.Model;
using AmoCrm.Sdk.Generators.Parsing;

namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>The client nouns: each declared in one file, open to the handlers of all.</summary>
internal sealed class ClientTable(NameTable typeNames)
{
    private readonly Dictionary<string, (string Summary, string File)> _clients = new(StringComparer.Ordinal);
    private readonly NameTable _methods = new();

    public IEnumerable<string> Names => _clients.Keys;

    public void Declare(YamlMapping clients, FileScope scope)
    {
        foreach (var entry in clients.Entries)
        {
            var name = entry.Name;
            if (!Identifier.IsPascal(name))
            {
                scope.Report(DiagnosticDescriptors.InvalidName, entry.Key.Span, name, "name of a client", "write it like Companies");
            }
            else if (_clients.TryGetValue(name, out var other))
            {
                scope.Report(DiagnosticDescriptors.DuplicateClient, entry.Key.Span, name, other.File);
            }
            else if (!typeNames.TryAdd(name + "Client", $"the client '{name}'", out var owner) || !typeNames.TryAdd($"I{name}Client", $"the client '{name}'", out owner))
            {
                scope.Report(DiagnosticDescriptors.DuplicateType, entry.Key.Span, name + "Client", owner);
            }
            else
            {
                _clients.Add(name, (Summary(entry, scope), TypeDeclarations.FileName(scope.Path)));
            }
        }
    }

    /// <summary>The client of that name, or the nearest one after reporting; null when none is near.</summary>
    public string? Resolve(string name, MappingReader handler)
    {
        if (_clients.ContainsKey(name))
        {
            return name;
        }

        handler.Scope.Report(DiagnosticDescriptors.UnknownClient, handler.Place("client"), name, NameSuggestion.Hint(name, Names));
        return NameSuggestion.Nearest(name, Names);
    }

    /// <summary>True when the client has no such method yet.</summary>
    public bool TryAddMethod(string client, string method, string handler, out string owner) => _methods.TryAdd($"{client}.{method}", handler, out owner);

    public EquatableArray<ClientSpec> Build(IReadOnlyList<ModuleSpec> modules) => _clients
        .OrderBy(client => client.Key, StringComparer.Ordinal)
        .Select(client => new ClientSpec(
            client.Key,
            client.Value.Summary,
            modules.SelectMany(module => module.Handlers
                .Where(handler => handler.Client == client.Key)
                .Select(handler => new ClientMethodSpec(module.Identifier + "Operations", handler))).ToEquatableArray()))
        .ToEquatableArray();

    private static string Summary(YamlEntry entry, FileScope scope)
    {
        var text = NodeText.Read(entry.Value, $"The summary of the client '{entry.Name}'", scope);
        if (text is not null && string.IsNullOrWhiteSpace(text))
        {
            scope.Report(DiagnosticDescriptors.MissingSummary, entry.Value.Span, $"The client '{entry.Name}'");
        }

        return string.IsNullOrWhiteSpace(text) ? "Not described." : text!.Trim();
    }
}
