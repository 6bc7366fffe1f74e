using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>How a handler's params become C#: positional parameters, a request class, an arguments struct.</summary>
internal sealed class RequestShape
{
    public RequestShape(HandlerSpec handler)
    {
        Handler = handler;
        var typed = handler.Params.Where(static param => !param.IsDynamicOnly).ToList();
        Positional = typed.Where(static param => param.IsPositional).ToList();
        Members = typed.Where(static param => !param.IsPositional).ToList();
        Tracked = Members.Where(IsTracked).ToList();
    }

    public HandlerSpec Handler { get; }

    /// <summary>The params that are method parameters.</summary>
    public IReadOnlyList<ParamSpec> Positional { get; }

    /// <summary>The params that are properties of the request class.</summary>
    public IReadOnlyList<ParamSpec> Members { get; }

    /// <summary>The properties whose assignment is marked.</summary>
    public IReadOnlyList<ParamSpec> Tracked { get; }

    public bool HasRequest => Members.Count > 0;

    public bool HasArguments => Positional.Count > 0;

    /// <summary>True when a caller may leave the request out.</summary>
    public bool IsRequestOptional => !Members.Any(static param => param.IsRequired);

    public string RequestType => Handler.Stem + "Request";

    public string ArgumentsType => Handler.Stem + "Arguments";

    /// <summary>The type that carries everything: the arguments struct, else the request, else nothing.</summary>
    public string CarrierType => HasArguments ? ArgumentsType : HasRequest ? RequestType : "NoArguments";

    /// <summary>What emitted functions call the carrier.</summary>
    public string CarrierName => HasArguments || !HasRequest ? "arguments" : "request";

    /// <summary>True when the request inside the arguments struct may be null.</summary>
    public bool IsRequestNullable => HasArguments && HasRequest && IsRequestOptional;

    /// <summary>The last path variable of type int64: the id of the object that an update or delete is about.</summary>
    public ParamSpec? ItemId => Positional.LastOrDefault(static param => param is { Placement: ParamPlacement.Path, Type: { Name: "int64", Kind: TypeKind.Primitive } });

    public bool IsTracked(ParamSpec param) => Handler.TracksAssignment && !param.IsPositional && param.Placement == ParamPlacement.Body;

    public ParamSpec? Find(string name) => Handler.Params.FirstOrDefault(param => param.Name == name);

    /// <summary>The params that can be read from C# and have this name.</summary>
    public ParamSpec Get(string name) => Find(name) ?? throw new ArgumentException($"{Handler.Name} has no param {name}.", nameof(name));

    /// <summary>The type of a method parameter or property: nullable where it may be left out.</summary>
    public static TypeSpec TypeOf(ParamSpec param)
    {
        if (param.IsPositional)
        {
            // A constant default of a positional param serves dynamic calls; C# always gives a value.
            return param.DefaultValue is null ? param.Type : param.Type with { IsNullable = false };
        }

        return param.IsRequired || param.DefaultValue is not null ? param.Type : param.Type with { IsNullable = true };
    }

    /// <summary>Reads a param in a function where the carrier is a parameter and <c>request</c>, if there is one, is a non-null variable.</summary>
    public static string Access(ParamSpec param) => param.IsPositional ? $"arguments.{param.Property}" : $"request.{param.Property}";

    /// <summary>Reads a param in a lambda that has the carrier only; null where the request is null.</summary>
    public string LambdaAccess(ParamSpec param)
    {
        if (param.IsPositional || !HasArguments)
        {
            return $"{CarrierName}.{param.Property}";
        }

        return IsRequestNullable ? $"arguments.Request?.{param.Property}" : $"arguments.Request.{param.Property}";
    }

    /// <summary>True when a dynamic call without the param is refused: a default of a positional param serves exactly those.</summary>
    public static bool IsRequiredByName(ParamSpec param) => param is { IsRequired: true, DefaultValue: null, DefaultHook: null };

    /// <summary>The condition that a caller gave the param; null when it always has a value.</summary>
    public static string? Given(ParamSpec param)
    {
        var type = TypeOf(param);
        return type.IsNullable || !type.IsValueType || type.IsList
            ? $"{Access(param)} is not null"
            : type.Name == "bool" && !param.IsRequired ? Access(param) : null;
    }

    /// <summary>The condition that an update assigned the param, null included.</summary>
    public string Assigned(ParamSpec param) => $"request.Assigned.Contains({RequestType}.Members.{param.Property})";

    /// <summary>The custom fields as they are sent: on an update what was assigned, whatever the property still holds.</summary>
    public ParamSpec Sent(ParamSpec customFields) => IsTracked(customFields) ? customFields with { Property = "Assigned" + customFields.Property } : customFields;

    /// <summary>The line that makes <c>request</c> a non-null variable; null when it is one already or nobody needs it.</summary>
    public string? RequestVariable() => !HasArguments || !HasRequest
        ? null
        : IsRequestNullable
            ? $"var request = arguments.Request ?? new {RequestType}();"
            : "var request = arguments.Request;";
}
