using System.Text.RegularExpressions;
using AmoCrm.Sdk.Generators.Diagnostics;
using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>Binds <c>returns</c>. The handler it fetches with is resolved later, when every handler is known.</summary>
internal sealed class ReturnsBinder(TypeTable types, Func<string, ModelSpec?> models)
{
    private static readonly (string Key, ReturnsKind Kind)[] Kinds =
    [
        ("entity", ReturnsKind.Entity), ("page", ReturnsKind.Page), ("list", ReturnsKind.List), ("created", ReturnsKind.Created),
        ("updated", ReturnsKind.Updated), ("nothing", ReturnsKind.Nothing), ("result", ReturnsKind.Result),
    ];

    private static readonly string[] Keys =
        [.. Kinds.Select(kind => kind.Key), "at", "fetch", "success", "missing", "property", "extra", "steps"];

    private static readonly Regex MemberPath = new(@"^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    public BoundReturns? Bind(MappingReader handler)
    {
        if (!handler.Has("returns"))
        {
            handler.Scope.Report(DiagnosticDescriptors.MissingKey, handler.Owner, handler.What, "returns");
            return null;
        }

        if (handler.Mapping("returns", Keys) is not { } reader)
        {
            return null;
        }

        var given = Kinds.Where(kind => reader.Has(kind.Key)).ToArray();
        if (given.Length != 1)
        {
            handler.Scope.Report(
                DiagnosticDescriptors.BadReturns,
                reader.Owner,
                $"'returns' says {(given.Length == 0 ? "nothing about what comes back" : string.Join(" and ", given.Select(kind => $"'{kind.Key}'")))}: say exactly one of {string.Join(", ", Kinds.Select(kind => kind.Key))}");
            if (given.Length == 0)
            {
                return null;
            }
        }

        var (key, kind) = given[0];
        if (kind == ReturnsKind.Nothing)
        {
            reader.Flag(key, true);
            return Complete(reader, kind, null);
        }

        return Model(reader, key, kind) is { } model ? Complete(reader, kind, model) : null;
    }

    private ModelSpec? Model(MappingReader reader, string key, ReturnsKind kind)
    {
        if (reader.Text(key) is not { } name || TypeExpressionBinder.Bind(name, reader.Place(key), types, reader.Scope) is not { } type)
        {
            return null;
        }

        var model = models(type.Name);
        var fits = model is not null && !type.IsList && !type.IsNullable
            && (kind == ReturnsKind.Result ? model.Kind == ModelKind.Result : model.Kind is ModelKind.Entity or ModelKind.Value);
        if (!fits)
        {
            var wanted = kind == ReturnsKind.Result ? "result" : "entity or value";
            reader.Scope.Report(DiagnosticDescriptors.BadReturns, reader.Place(key), $"'{key}' needs the name of a model of kind {wanted}, and '{name}' is none");
        }

        return model;
    }

    private BoundReturns Complete(MappingReader reader, ReturnsKind kind, ModelSpec? model)
    {
        var isWrite = kind is ReturnsKind.Created or ReturnsKind.Updated;
        foreach (var key in new[] { "fetch", "property", "extra", "steps" })
        {
            if (reader.Has(key) && !isWrite)
            {
                reader.Scope.Report(DiagnosticDescriptors.Contradiction, reader.KeyPlace(key), $"'{key}' is for 'created' and 'updated': remove it");
            }
        }

        var at = reader.Text("at");
        if (at is not null && !MemberPath.IsMatch(at))
        {
            reader.Scope.Report(DiagnosticDescriptors.BadTarget, reader.Place("at"), at, "write member.member, like _embedded.companies");
            at = null;
        }

        if (at is null && kind is ReturnsKind.Page && !reader.Has("at"))
        {
            reader.Scope.Report(DiagnosticDescriptors.MissingKey, reader.Owner, "A page", "at");
        }

        var name = model?.Name ?? "";
        var spec = new ReturnsSpec(
            kind,
            name,
            at,
            reader.Integers("success", [200, 201, 202, 204]),
            reader.Integers("missing", []),
            reader.Text("property") ?? DefaultProperty(name),
            null,
            null,
            isWrite ? Extra(reader) : [],
            isWrite && reader.Flag("steps", false),
            model?.Fields.Any(field => field is { Name: "id", Type: { Name: "int64" or "string", IsList: false } }) ?? false,
            model?.Fields.Any(field => field is { Name: "request_id", Type: { Name: "string", IsList: false } }) ?? false);
        return new BoundReturns(spec, model, isWrite ? reader.Text("fetch") : null, reader);
    }

    private EquatableArray<FieldSpec> Extra(MappingReader reader)
    {
        var fields = new List<FieldSpec>();
        foreach (var entry in reader.Entries("extra")?.Entries ?? [])
        {
            if (NodeText.Read(entry.Value, $"The type of '{entry.Name}'", reader.Scope) is { } expression
                && TypeExpressionBinder.Bind(expression, entry.Value.Span, types, reader.Scope) is { } type)
            {
                fields.Add(new FieldSpec(entry.Name, Identifier.Pascal(entry.Name), type, [entry.Name], $"Member `{entry.Name}` of the answer."));
            }
        }

        return fields.ToEquatableArray();
    }

    private static string DefaultProperty(string model) =>
        model.StartsWith("Crm", StringComparison.Ordinal) && model.Length > 3 ? model.Substring(3) : model;
}
