using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Emits a handler's descriptor: its facts, its params, and how to call it.</summary>
internal static class DescriptorEmitter
{
    public static void Write(SourceWriter writer, ModuleSpec module, RequestShape shape)
    {
        var handler = shape.Handler;
        var type = $"HandlerDescriptor<{shape.CarrierType}, {ResultShape.TypeOf(handler)}>";
        XmlComment.Write(writer, handler.Summary);
        using (writer.Block($"internal static HandlerDescriptor {handler.Stem} {{ get; }} = new {type}", ";"))
        {
            WriteFacts(writer, module, handler, handler.Name, handler.Method, handler.HttpMethod, handler.Path, handler.Summary, handler.Envelope.Output);
            if (handler.IsCustom)
            {
                writer.Line("IsCustom = true,");
            }

            WriteParameters(writer, shape);
            writer.Line($"Schemas = {SchemasEmitter.NameOf(module)}.All,");
            writer.Line($"Bind = {BinderEmitter.NameOf(handler)},");
            writer.Line($"Invoke = static (client, {(shape.CarrierType == "NoArguments" ? "_" : shape.CarrierName)}, cancellationToken) => client.{handler.Client}.{handler.Method}Async({Arguments(shape)}),");
            writer.Line($"WriteResult = {ResultWriting.Writer(handler)},");
            writer.Line($"WriteEnvelope = {EnvelopeEmitter.NameOf(handler)},");
        }

        writer.Separate();
    }

    /// <summary>Writes the facts that a handler and its batch form both have.</summary>
    public static void WriteFacts(SourceWriter writer, ModuleSpec module, HandlerSpec handler, string name, string method, string httpMethod, string path, string summary, string output)
    {
        writer.Line($"""
            Name = {CSharpText.Literal(name)},
            Module = {CSharpText.Literal(module.Name)},
            Client = {CSharpText.Literal(handler.Client)},
            ClientMethod = {CSharpText.Literal(method + "Async")},
            HttpMethod = {CSharpText.Literal(httpMethod)},
            Path = {CSharpText.Literal(path)},
            Effect = HandlerEffect.{handler.Effect},
            Retry = RetrySafety.{handler.Retry},
            Summary = {CSharpText.Literal(summary)},
            Documentation = {CSharpText.Literal(handler.Docs)},
            OutputVariable = {CSharpText.Literal(output)},
            Checked = {CSharpText.Literals(handler.Checked)},
            """);
        if (handler.Unsupported is { } reason)
        {
            writer.Line($"Unsupported = {CSharpText.Literal(reason)},");
        }
    }

    private static void WriteParameters(SourceWriter writer, RequestShape shape)
    {
        if (shape.Handler.Params.Count == 0)
        {
            return;
        }

        writer.Line("Parameters =\n[");
        using (writer.Indent())
        {
            foreach (var param in shape.Handler.Params)
            {
                var facts = string.Join(", ", ParameterFacts(param));
                writer.Line($"new({CSharpText.Literal(param.Name)}, {CSharpText.Literal(CSharpType.ManifestName(param.Type))}, {(RequestShape.IsRequiredByName(param) ? "true" : "false")}) {{ {facts} }},");
            }
        }

        writer.Line("],");
    }

    private static IEnumerable<string> ParameterFacts(ParamSpec param)
    {
        yield return $"Summary = {CSharpText.Literal(param.Summary)}";
        if (param.Aliases.Count > 0)
        {
            yield return $"Aliases = {CSharpText.Literals(param.Aliases)}";
        }

        if (param.DefaultValue is { } value)
        {
            yield return $"Default = {CSharpText.Literal(value)}";
        }

        if (param.AcceptedValues.Count > 0)
        {
            yield return $"AllowedValues = {CSharpText.Literals(param.AcceptedValues)}";
        }

        if (param.AcceptsReason is { } reason)
        {
            yield return $"AllowedValuesReason = {CSharpText.Literal(reason)}";
        }

        if (param.IsPositional)
        {
            yield return "IsPositional = true";
        }

        if (param.IsIgnored)
        {
            yield return "IsIgnored = true";
        }

        if (RequirementText.Of(param) is { } requirement)
        {
            yield return $"Requirement = {CSharpText.Literal(requirement)}";
        }
    }

    private static string Arguments(RequestShape shape)
    {
        var values = shape.Positional.Select(static param => $"arguments.{param.Property}").ToList();
        if (shape.HasRequest)
        {
            values.Add(shape.HasArguments ? "arguments.Request" : "request");
        }

        values.Add("cancellationToken");
        return string.Join(", ", values);
    }
}
