using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Emits the function that presents a result to the engine: the members of the envelope, without its braces.</summary>
internal static class EnvelopeEmitter
{
    /// <summary>The function's name.</summary>
    public static string NameOf(HandlerSpec handler) => $"Write{handler.Stem}Envelope";

    public static void Write(SourceWriter writer, RequestShape shape)
    {
        var handler = shape.Handler;
        using (writer.Block($"private static void {NameOf(handler)}(Utf8JsonWriter writer, {shape.CarrierType} {shape.CarrierName}, {ResultShape.TypeOf(handler)} result)"))
        {
            foreach (var member in handler.Envelope.Members)
            {
                writer.Line(Member(shape, member));
            }

            if (ResultShape.IsEmitted(handler) && ResultShape.HasEntity(handler))
            {
                writer.Line("JsonWrite.String(writer, \"fetch_error\"u8, result.FetchError?.Message);");
            }
        }

        writer.Separate();
    }

    private static string Member(RequestShape shape, EnvelopeMember member)
    {
        var handler = shape.Handler;
        var name = CSharpText.Utf8Literal(member.Key);
        var isPage = handler.Returns.Kind == ReturnsKind.Page;
        return member.Source switch
        {
            EnvelopeSource.Items => $"JsonWrite.Models(writer, {name}, result{(isPage ? ".Items" : "")});",
            EnvelopeSource.Count => $"writer.WriteNumber({name}, result{(isPage ? ".Items" : "")}.Count);",
            EnvelopeSource.Page => $"writer.WriteNumber({name}, result.Number);",
            EnvelopeSource.Limit => $"writer.WriteNumber({name}, result.Limit);",
            EnvelopeSource.HasMore => $"writer.WriteBoolean({name}, result.HasMore);",
            EnvelopeSource.Id => $"writer.WriteNumber({name}, result{Dot(handler)}Id);",
            EnvelopeSource.Entity => Entity(handler, name),
            EnvelopeSource.Result => $"writer.WritePropertyName({name});\n{WholeResult(handler)}",
            EnvelopeSource.ResultMember => JsonWriting.MemberOrNull(member.Key, ResultMemberType(handler, member), $"result{Dot(handler)}{member.Argument}"),
            EnvelopeSource.Param => Param(shape, member),
            EnvelopeSource.ParamCount => ParamCount(shape, member),
            _ => JsonConstants.Member(member.Key, member.Argument),
        };
    }

    private static string Entity(HandlerSpec handler, string name)
    {
        if (!ResultShape.IsEmitted(handler))
        {
            return ResultShape.IsNullable(handler)
                ? $"JsonWrite.ModelOrNull(writer, {name}, result);"
                : $"writer.WritePropertyName({name});\nresult.WriteTo(writer);";
        }

        var method = ResultShape.HasEntity(handler) ? "WriteEntity" : "WriteTo";
        return $"writer.WritePropertyName({name});\nresult.{method}(writer);";
    }

    private static string WholeResult(HandlerSpec handler) => handler.Returns.Kind switch
    {
        ReturnsKind.Page => "PageJson.Write(writer, result);",
        ReturnsKind.List => "JsonWrite.Models(writer, result);",
        ReturnsKind.Nothing => "NoContentJsonConverter.WriteValue(writer, result);",
        _ => $"result{(ResultShape.IsNullable(handler) ? "!" : "")}.WriteTo(writer);",
    };

    /// <summary>An envelope is written only for an object that is there: dispatch makes "not found" of a null.</summary>
    private static string Dot(HandlerSpec handler) => ResultShape.IsNullable(handler) ? "!." : ".";

    private static TypeSpec ResultMemberType(HandlerSpec handler, EnvelopeMember member) =>
        member.Type
        ?? ResultShape.Fields(handler).FirstOrDefault(field => field.Property == member.Argument)?.Type
        ?? throw new ArgumentException($"{handler.Name} has no result member {member.Argument}.", nameof(member));

    private static string ParamCount(RequestShape shape, EnvelopeMember member)
    {
        var value = shape.LambdaAccess(shape.Positional.Concat(shape.Members).First(param => param.Property == member.Argument));
        return $"writer.WriteNumber({CSharpText.Utf8Literal(member.Key)}, {value}?.Count ?? 0);";
    }

    private static string Param(RequestShape shape, EnvelopeMember member)
    {
        var param = shape.Positional.Concat(shape.Members).First(param => param.Property == member.Argument);
        var type = RequestShape.TypeOf(param);
        if (!param.IsPositional && shape.IsRequestNullable)
        {
            type = type with { IsNullable = true };
        }

        return JsonWriting.MemberOrNull(member.Key, type, shape.LambdaAccess(param));
    }
}
