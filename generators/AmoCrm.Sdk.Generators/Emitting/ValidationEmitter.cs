using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Emits the checks that a call must pass before anything is sent.</summary>
internal sealed class ValidationEmitter
{
    private readonly RequestShape _shape;
    private readonly string _handler;
    private readonly List<string> _ofArguments = [];
    private readonly List<string> _ofRequest = [];
    private bool _needsRequest;

    private ValidationEmitter(RequestShape shape)
    {
        _shape = shape;
        _handler = CSharpText.Literal(shape.Handler.Name);
        if (shape is { HasRequest: true, IsRequestOptional: false })
        {
            _ofArguments.Add($"Guard.Required({_handler}, \"request\", {(shape.HasArguments ? "arguments.Request" : "request")});");
        }

        foreach (var param in shape.Handler.Params.Where(static param => !param.IsDynamicOnly))
        {
            Check(param);
            Relate(param);
        }

        CheckCustomFields();
    }

    /// <summary>The function's name; null when nothing is to be checked.</summary>
    public static string? NameOf(RequestShape shape)
    {
        var checks = new ValidationEmitter(shape);
        return checks._ofArguments.Count + checks._ofRequest.Count == 0 ? null : $"Validate{shape.Handler.Stem}";
    }

    public static void Write(SourceWriter writer, RequestShape shape)
    {
        var checks = new ValidationEmitter(shape);
        if (NameOf(shape) is { } name)
        {
            using (writer.Block($"private static void {name}({shape.CarrierType} {shape.CarrierName})"))
            {
                checks.WriteChecks(writer);
            }

            writer.Separate();
        }
    }

    private void WriteChecks(SourceWriter writer)
    {
        _ofArguments.ForEach(writer.Line);
        if (_ofRequest.Count == 0)
        {
            return;
        }

        if (_shape.IsRequestNullable && !_needsRequest)
        {
            using (writer.Block("if (arguments.Request is not { } request)"))
            {
                writer.Line("return;");
            }

            writer.Separate();
        }
        else if (_shape.RequestVariable() is { } variable)
        {
            writer.Line(variable);
        }

        _ofRequest.ForEach(writer.Line);
    }

    private void Check(ParamSpec param)
    {
        var type = RequestShape.TypeOf(param);
        var value = RequestShape.Access(param);
        var head = $"{_handler}, {CSharpText.Literal(param.Name)}";
        if (param is { Placement: ParamPlacement.Path, Type: { Kind: TypeKind.Primitive, Name: "int64" } })
        {
            Add(param, $"Guard.PositiveId({head}, {value});");
        }
        else if (!type.IsNullable && (param.IsRequired || param.IsPositional) && !CSharpType.IsStruct(type))
        {
            Add(param, $"Guard.Required({head}, {value});");
        }
        else if (!type.IsNullable && param.IsRequired && CSharpType.HasValue(type) && !type.IsList && type.Kind != TypeKind.IntegerEnum)
        {
            Add(param, $"Guard.Required({head}, {value}.Value);");
        }

        if (param.Range is { } range)
        {
            Add(param, $"Guard.Range({head}, {value}, {Bounds(range)});");
        }

        if (param.Items is { } items)
        {
            Add(param, $"Guard.Items({head}, {value}, {Bounds(items)});");
        }

        if (param.MaxLength is { } length)
        {
            Add(param, $"Guard.MaxLength({head}, {value}, {CSharpText.Number(length)});");
        }

        if (_shape.IsTracked(param) && type is { Name: "string", Kind: TypeKind.Primitive, IsList: false } && FieldCodes().Any(pair => pair.Param.Name == param.Name))
        {
            Add(param, $"Guard.NotEmptyText({head}, {value});");
        }
    }

    private void Relate(ParamSpec param)
    {
        if (param.Exclusive.Count > 0)
        {
            Add(param, $"Guard.Exclusive({_handler}, {Related(param, param.Exclusive, isAssignment: true)});");
        }

        if (param.Requires.Count > 0)
        {
            Add(param, $"Guard.Requires({_handler}, {Related(param, param.Requires, isAssignment: false)});");
        }

        if (param.RequiredUnless.Count > 0)
        {
            _needsRequest = true;
            Add(param, $"Guard.RequiredUnless({_handler}, {Related(param, param.RequiredUnless, isAssignment: false)});");
        }
    }

    private void CheckCustomFields()
    {
        var codes = FieldCodes().ToList();
        if (codes.Count > 0 && _shape.Handler.Params.FirstOrDefault(static param => param.CustomFieldScope is not null) is { } fields)
        {
            var members = codes.Select(pair => $"({CSharpText.Literal(pair.Code)}, {Given(pair.Param, isAssignment: true)})");
            Add(fields, $"CustomFieldGuard.NotTwice({_handler}, {RequestShape.Access(_shape.Sent(fields))}, {string.Join(", ", members)});");
        }
    }

    /// <summary>The params that fill a custom field by its code: <c>custom_fields_values[field_code=PHONE]…</c>.</summary>
    private IEnumerable<(string Code, ParamSpec Param)> FieldCodes()
    {
        var presence = new BodyPresence(_shape);
        return (_shape.Handler.BodyTree as BodyObject)?.Members
            .Where(static member => member is { Name: "custom_fields_values", Value: BodyArray })
            .SelectMany(static member => ((BodyArray)member.Value).Items)
            .Where(static item => item is { SelectorMember: "field_code", SelectorValue: not null })
            .SelectMany(item => presence.ParamsOf(item.Value).Select(param => (item.SelectorValue!, param))) ?? [];
    }

    private string Related(ParamSpec param, IEnumerable<string> others, bool isAssignment) => string.Join(", ", others
        .Select(_shape.Get)
        .Prepend(param)
        .Select(other => $"({CSharpText.Literal(other.Name)}, {Given(other, isAssignment)})"));

    private string Given(ParamSpec param, bool isAssignment) =>
        isAssignment && _shape.IsTracked(param) ? _shape.Assigned(param) : RequestShape.Given(param) ?? "true";

    private void Add(ParamSpec param, string check) => (param.IsPositional ? _ofArguments : _ofRequest).Add(check);

    private static string Bounds(RangeSpec range) => $"{Bound(range.Minimum)}, {Bound(range.Maximum)}";

    private static string Bound(long? value) => value is { } number ? CSharpText.Number(number) : "null";
}
