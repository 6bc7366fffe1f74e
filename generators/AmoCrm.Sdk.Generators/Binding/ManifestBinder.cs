using AmoCrm.Sdk.Generators.Diagnostics;
using AmoCrm.Sdk.Generators.Model;
using AmoCrm.Sdk.Generators.Parsing;

namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>Binds all files into one model: first every name, then what refers to names.</summary>
internal static class ManifestBinder
{
    public static BoundManifest Bind(IEnumerable<ParsedFile> parsed, CancellationToken cancellationToken)
    {
        var diagnostics = new DiagnosticBag();
        var files = parsed.OrderBy(file => file.Path, StringComparer.Ordinal).ToArray();
        foreach (var problem in files.SelectMany(file => file.Problems))
        {
            diagnostics.Add(problem);
        }

        var secondHand = new SecondHand(files);
        var typeNames = new NameTable();
        var types = new TypeTable();
        var declarations = new TypeDeclarations(types, typeNames);
        var endpoints = new EndpointCatalog();
        var paramNames = new ParamNames();
        var clients = new ClientTable(typeNames);
        var modules = new ModuleBinder(clients);
        foreach (var file in files)
        {
            Classify(file, new FileScope(file.Path, diagnostics, secondHand), declarations, endpoints, paramNames, modules);
        }

        cancellationToken.ThrowIfCancellationRequested();
        var enums = declarations.Enums.ConvertAll(item => EnumBinder.Bind(item.Declaration, item.IsInteger));
        var models = declarations.Models.ConvertAll(item => ModelBinder.Bind(item.Declaration, item.Kind, types));
        var enumsByName = enums.ToDictionary(item => item.Name, StringComparer.Ordinal);
        var modelsByName = models.ToDictionary(item => item.Name, StringComparer.Ordinal);
        var defaults = new DefaultBinder(name => enumsByName.TryGetValue(name, out var found) ? found : null);
        var handlers = new HandlerBinder(
            clients,
            endpoints,
            new ParamListBinder(new ParamBinder(types, defaults, new KnownMembers(models, declarations.FieldNames, paramNames))),
            new ReturnsBinder(types, name => modelsByName.TryGetValue(name, out var found) ? found : null),
            new BatchBinder(endpoints));
        var bound = modules.BindHandlers(handlers, new HandlerNames(typeNames, clients), cancellationToken);
        var sdk = new SdkModel(
            models.OrderBy(model => model.Name, StringComparer.Ordinal).ToEquatableArray(),
            enums.OrderBy(item => item.Name, StringComparer.Ordinal).ToEquatableArray(),
            bound.ToEquatableArray(),
            clients.Build(bound));
        return new BoundManifest(sdk, diagnostics.ToSorted());
    }

    private static void Classify(ParsedFile file, FileScope scope, TypeDeclarations declarations, EndpointCatalog endpoints, ParamNames paramNames, ModuleBinder modules)
    {
        if (file.Root is not { } root)
        {
            return;
        }

        if (root.Find("module") is not null || root.Find("handlers") is not null)
        {
            modules.Declare(root, scope);
        }
        else if (root.Find("models") is not null || root.Find("enums") is not null)
        {
            declarations.Declare(root, scope);
        }
        else if (root.Find("endpoints") is not null)
        {
            endpoints.Read(root, scope);
        }
        else if (root.Find("param_names") is not null)
        {
            paramNames.Read(root, scope);
        }
        else
        {
            scope.Report(DiagnosticDescriptors.UnknownFile, root.Entries.Count > 0 ? root.Entries[0].Key.Span : root.Span);
        }
    }
}
