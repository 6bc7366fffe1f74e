using AmoCrm.Sdk.Generators.Diagnostics;
using AmoCrm.Sdk.Generators.Model;
using AmoCrm.Sdk.Generators.Parsing;

namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>Binds the module files: their heads first, for clients are open to all modules, then their handlers.</summary>
internal sealed class ModuleBinder(ClientTable clients)
{
    /// <summary>The modules whose handlers are the contract with the legacy engine come first, in its order.</summary>
    private static readonly string[] ContractOrder = ["base", "companies", "tasks", "advanced", "admin"];

    private readonly List<(ModuleContext Module, string Summary, YamlMapping? Handlers)> _modules = [];
    private readonly Dictionary<string, string> _files = new(StringComparer.OrdinalIgnoreCase);

    public void Declare(YamlMapping file, FileScope scope)
    {
        var reader = new MappingReader(file, "The module", file.Entries[0].Key.Span, scope, "module", "summary", "docs", "clients", "handlers");
        var name = reader.RequiredText("module");
        if (name is not null && !ManifestNames.IsSnakeCase(name))
        {
            scope.Report(DiagnosticDescriptors.InvalidName, reader.Place("module"), name, "name of a module", "write it like companies");
            name = null;
        }

        if (reader.Entries("clients") is { } nouns)
        {
            clients.Declare(nouns, scope);
        }

        if (name is null)
        {
            return;
        }

        var identifier = Identifier.Pascal(name);
        if (_files.TryGetValue(identifier, out var other))
        {
            scope.Report(DiagnosticDescriptors.DuplicateModule, reader.Place("module"), name, other);
            return;
        }

        _files.Add(identifier, TypeDeclarations.FileName(scope.Path));
        _modules.Add((new ModuleContext(name, identifier, reader.Text("docs"), scope), reader.Summary(), reader.Entries("handlers")));
    }

    /// <summary>Every module with its handlers, in the order they are listed in.</summary>
    public IReadOnlyList<ModuleSpec> BindHandlers(HandlerBinder binder, HandlerNames names, CancellationToken cancellationToken)
    {
        var ordered = _modules.OrderBy(module => Rank(module.Module.Name)).ThenBy(module => module.Module.Name, StringComparer.Ordinal).ToArray();
        var bound = new List<BoundHandler>();
        foreach (var (module, _, handlers) in ordered)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var entry in handlers?.Entries ?? [])
            {
                if (names.TryDeclare(entry, module.Scope) && binder.Bind(entry, module) is { } handler)
                {
                    bound.Add(handler);
                }
            }
        }

        var fetches = new FetchResolver(bound, names);
        var admitted = bound
            .Select(handler => names.Admit(handler) is { } spec ? fetches.Resolve(handler with { Spec = spec }) : null)
            .OfType<HandlerSpec>()
            .ToLookup(handler => handler.Module, StringComparer.Ordinal);
        return [.. ordered.Select(module => new ModuleSpec(module.Module.Name, module.Module.Identifier, module.Summary, admitted[module.Module.Name].ToEquatableArray()))];
    }

    private static int Rank(string module)
    {
        var rank = Array.IndexOf(ContractOrder, module);
        return rank < 0 ? ContractOrder.Length : rank;
    }
}
