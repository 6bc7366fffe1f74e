using AmoCrm.Sdk.Generators.Diagnostics;
using AmoCrm.Sdk.Generators.Model;
using AmoCrm.Sdk.Generators.Parsing;

namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>Binds the structure of a handler's body from its params' targets and its constants.</summary>
internal static class BodyBinder
{
    /// <summary>The kind a handler's body has when it says nothing.</summary>
    public static BodyKind Usual(string httpMethod) => httpMethod switch
    {
        "POST" => BodyKind.Array,
        "PATCH" => BodyKind.Object,
        _ => BodyKind.None,
    };

    public static BodyNode? Bind(MappingReader handler, BodyKind kind, IReadOnlyList<BoundParam> parameters)
    {
        var inBody = parameters.Where(param => param.Spec.Placement == ParamPlacement.Body).ToArray();
        if (handler.Has("constants") && kind is BodyKind.None or BodyKind.Value)
        {
            handler.Scope.Report(DiagnosticDescriptors.Contradiction, handler.KeyPlace("constants"), "'constants' are written into an object, and the body of the handler is none: remove them or change 'body'");
        }

        return kind switch
        {
            BodyKind.None => null,
            BodyKind.Value => Value(handler, inBody),
            _ => Tree(handler, inBody),
        };
    }

    private static BodyParam? Value(MappingReader handler, BoundParam[] inBody)
    {
        if (inBody.Length == 1)
        {
            return new BodyParam(inBody[0].Spec.Name);
        }

        handler.Scope.Report(DiagnosticDescriptors.Contradiction, handler.Place("body"), $"'body: value' sends one param as the whole body, and {Numbers.Text(inBody.Length)} params are in the body: leave one, or say 'body: object'");
        return inBody.Length == 0 ? null : new BodyParam(inBody[0].Spec.Name);
    }

    private static BodyObject Tree(MappingReader handler, BoundParam[] inBody)
    {
        var builder = new BodyTreeBuilder(handler.Scope);
        foreach (var entry in handler.Entries("constants")?.Entries ?? [])
        {
            if (entry.Value is not YamlScalar scalar)
            {
                handler.Scope.Report(DiagnosticDescriptors.WrongShape, entry.Value.Span, $"The constant '{entry.Name}'", "a text, a number, true, false or null");
            }
            else if (TargetPath.Parse(entry.Name, entry.Key.Span, handler.Scope) is { } target)
            {
                builder.Add(target, new BodyConstant(JsonConstant.Of(scalar, handler.Scope)), $"the constant '{entry.Name}'", entry.Key.Span);
            }
        }

        foreach (var param in inBody)
        {
            if (param.Target is not { } target)
            {
                continue;
            }

            var leaf = new BodyParam(param.Spec.Name);
            var writer = $"the param '{param.Spec.Name}'";
            var place = param.Reader.Has("to") ? param.Reader.Place("to") : param.Place;
            if (param.Spec.CustomFieldScope is not null)
            {
                builder.AddCustomFields(target, leaf, writer, place);
            }
            else if (param.Spec.Type.IsList)
            {
                builder.AddList(target, leaf, writer, param.Spec.Name, place);
            }
            else
            {
                builder.Add(target, leaf, writer, place);
            }
        }

        return builder.Build();
    }
}
