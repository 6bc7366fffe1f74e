using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Emits the binder of a handler: JSON arguments by name become the same request that C# takes.</summary>
internal static class BinderEmitter
{
    /// <summary>The binder's name.</summary>
    public static string NameOf(HandlerSpec handler) => $"Bind{handler.Stem}";

    public static void Write(SourceWriter writer, RequestShape shape)
    {
        using (writer.Block($"private static {shape.CarrierType} {NameOf(shape.Handler)}(ArgumentReader arguments)"))
        {
            if (shape.HasRequest)
            {
                WriteRequest(writer, shape);
            }

            if (shape.HasArguments)
            {
                foreach (var param in shape.Positional.Where(static param => !RequestShape.IsRequiredByName(param)))
                {
                    WriteOptionalPositional(writer, param);
                }

                var values = shape.Positional.Select(Positional).Concat(shape.HasRequest ? ["request"] : []);
                writer.Line($"return new {shape.ArgumentsType}({string.Join(", ", values)});");
            }
            else
            {
                writer.Line(shape.HasRequest ? "return request;" : "return default;");
            }
        }

        writer.Separate();
    }

    private static void WriteRequest(SourceWriter writer, RequestShape shape)
    {
        var required = shape.Members.Where(static param => param.IsRequired).ToList();
        if (required.Count == 0)
        {
            writer.Line($"var request = new {shape.RequestType}();");
        }
        else
        {
            using (writer.Block($"var request = new {shape.RequestType}", ";"))
            {
                foreach (var param in required)
                {
                    writer.Line($"{param.Property} = arguments.Required({CSharpText.Literal(param.Name)}, {ArgumentConversion.Of(param.Type)}),");
                }
            }
        }

        foreach (var param in shape.Members.Where(static param => !param.IsRequired))
        {
            // On an update a given null is an assignment; on everything else it means "not given".
            var method = shape.IsTracked(param) && RequestShape.TypeOf(param).IsNullable ? "TryGetAssigned" : "TryGet";
            var local = CSharpNames.Local(param.Property);
            using (writer.Block($"if (arguments.{method}({CSharpText.Literal(param.Name)}, {ArgumentConversion.Of(param.Type)}, out var {local}))"))
            {
                writer.Line($"request.{param.Property} = {local};");
            }

            writer.Separate();
        }

        writer.Separate();
    }

    /// <summary>A param that dynamic calls may leave out although C# always gives it.</summary>
    private static void WriteOptionalPositional(SourceWriter writer, ParamSpec param)
    {
        var type = RequestShape.TypeOf(param);
        var nothing = type.IsValueType && !type.IsList ? $"({CSharpType.Of(type)})null" : "null";
        var fallback = param.DefaultValue is { } value ? CSharpType.Constant(type, value) : nothing;
        writer.Line($"var {CSharpNames.Local(param.Property)} = arguments.TryGet({CSharpText.Literal(param.Name)}, {ArgumentConversion.Of(param.Type)}, out var given{param.Property}) ? given{param.Property} : {fallback};");
    }

    private static string Positional(ParamSpec param) => RequestShape.IsRequiredByName(param)
        ? $"arguments.Required({CSharpText.Literal(param.Name)}, {ArgumentConversion.Of(param.Type)})"
        : CSharpNames.Local(param.Property);
}
