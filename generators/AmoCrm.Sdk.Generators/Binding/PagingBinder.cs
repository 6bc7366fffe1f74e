using AmoCrm.Sdk.Generators.Diagnostics;
using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>Binds <c>paging</c>, which a handler has when it returns a page and only then.</summary>
internal static class PagingBinder
{
    public static PagingSpec? Bind(MappingReader handler, ReturnsSpec returns)
    {
        var reader = handler.Mapping("paging", "max", "default", "short_page_ends", "totals", "order");
        if (reader is null)
        {
            if (returns.Kind == ReturnsKind.Page)
            {
                handler.Scope.Report(DiagnosticDescriptors.PageWithoutPaging, handler.Place("returns"), "The handler returns a page and says nothing of 'paging': add 'paging: { max: 250, default: 250 }' as the documentation says");
                return new PagingSpec(250, 250, false, false, null);
            }

            return null;
        }

        if (returns.Kind != ReturnsKind.Page)
        {
            handler.Scope.Report(DiagnosticDescriptors.PageWithoutPaging, handler.KeyPlace("paging"), "The handler has 'paging' and returns no page: remove 'paging', or say 'returns: { page: … }'");
            return null;
        }

        var maximum = Limit(reader, "max") ?? 250;
        var usual = Limit(reader, "default") ?? maximum;
        if (usual > maximum)
        {
            reader.Scope.Report(DiagnosticDescriptors.BadRange, reader.Place("default"), "'default' is above 'max': lower it");
            usual = maximum;
        }

        return new PagingSpec(maximum, usual, reader.Flag("short_page_ends", false), reader.Flag("totals", false), reader.Text("order"));
    }

    /// <summary>The params that paging adds.</summary>
    public static IEnumerable<ParamSpec> Params(PagingSpec paging)
    {
        yield return Param("page", "Page", "Number of the page, from 1.", new RangeSpec(1, null));
        yield return Param("limit", "Limit", $"Items of a page, at most {Numbers.Text(paging.Maximum)}; {Numbers.Text(paging.Default)} when absent.", new RangeSpec(1, paging.Maximum));
    }

    private static ParamSpec Param(string name, string property, string summary, RangeSpec range) => new()
    {
        Name = name,
        Property = property,
        Type = new TypeSpec(TypeKind.Primitive, "int32", false, true, true),
        Summary = summary,
        Placement = ParamPlacement.Query,
        QueryName = name,
        Range = range,
    };

    private static int? Limit(MappingReader reader, string key)
    {
        if (!reader.Has(key))
        {
            reader.Scope.Report(DiagnosticDescriptors.MissingKey, reader.Owner, reader.What, key);
            return null;
        }

        if (reader.Integer(key) is not { } number)
        {
            return null;
        }

        if (number > 0)
        {
            return number;
        }

        reader.Scope.Report(DiagnosticDescriptors.BadRange, reader.Place(key), $"'{key}' must be above 0");
        return null;
    }
}
