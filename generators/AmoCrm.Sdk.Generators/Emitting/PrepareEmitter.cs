using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Emits the function that asks hand-written hooks for values: always, for a hook may also normalise what was given.</summary>
internal static class PrepareEmitter
{
    /// <summary>The function's name; null when no param has a hook.</summary>
    public static string? NameOf(RequestShape shape) => shape.Members.Any(HasHook) ? $"Prepare{shape.Handler.Stem}Async" : null;

    public static void Write(SourceWriter writer, RequestShape shape)
    {
        if (NameOf(shape) is not { } name)
        {
            return;
        }

        var carrier = shape.CarrierName;
        using (writer.Block($"private static async ValueTask<{shape.CarrierType}> {name}(AmoCrmApi api, {shape.CarrierType} {carrier}, CancellationToken cancellationToken)"))
        {
            var source = !shape.HasArguments ? "request" : shape.IsRequestNullable ? $"(arguments.Request ?? new {shape.RequestType}())" : "arguments.Request";
            writer.Line($"var prepared = {source}.Clone();");
            if (shape.HasArguments)
            {
                var values = shape.Positional.Select(static param => $"arguments.{param.Property}").Append("prepared");
                writer.Line($"arguments = new {shape.ArgumentsType}({string.Join(", ", values)});");
            }

            foreach (var param in shape.Members.Where(HasHook))
            {
                var current = shape.HasArguments ? "arguments" : "prepared";
                var isTracked = shape.IsTracked(param);

                // On an update a hook normalises what was assigned; it must not make an assignment of what was not.
                using var assigned = isTracked ? writer.Block($"if (prepared.{param.Property} is not null)") : default;
                writer.Line($"prepared.{param.Property} = await DefaultHooks.{param.DefaultHook}Async(api, {current}, prepared.{param.Property}, cancellationToken).ConfigureAwait(false);");
            }

            writer.Line(shape.HasArguments ? "return arguments;" : "return prepared;");
        }

        writer.Separate();
    }

    private static bool HasHook(ParamSpec param) => param.DefaultHook is not null;
}
