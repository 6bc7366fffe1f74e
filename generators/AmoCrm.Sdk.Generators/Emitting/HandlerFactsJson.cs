using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>The facts of a handler as JSON: where it goes, what it does, what it takes. <c>HandlerFacts</c> of the SDK reads it.</summary>
internal static class HandlerFactsJson
{
    public static string Of(ModuleSpec module, HandlerSpec handler) => Facts(
        module, handler, handler.Method, handler.HttpMethod, handler.Path, handler.Summary, handler.Envelope.Output, handler.IsCustom, handler.Params.Select(Parameter));

    /// <summary>The facts of the handler's batch form.</summary>
    /// <param name="name">The name of that form.</param>
    public static string OfBatch(ModuleSpec module, HandlerSpec handler, BatchSpec batch, string name) => Facts(
        module,
        handler,
        batch.Method,
        batch.HttpMethod,
        batch.Path,
        BatchDescriptorEmitter.Summary(handler, batch),
        BatchDescriptorEmitter.OutputOf(name),
        isCustom: false,
        [Object([Text("name", "items"), Text("type", "json[]"), Flag("is_required", true), Text("summary", BatchDescriptorEmitter.ItemsSummary(handler, batch))])]);

    private static string Facts(
        ModuleSpec module, HandlerSpec handler, string method, string httpMethod, string path, string summary, string output, bool isCustom, IEnumerable<string> parameters) => Object(
        [
            Text("module", module.Name),
            Text("client", handler.Client),
            Text("client_method", method + "Async"),
            Text("http_method", httpMethod),
            Text("path", path),
            Text("effect", handler.Effect.ToString()),
            Text("retry", handler.Retry.ToString()),
            Text("summary", summary),
            Text("documentation", handler.Docs),
            Text("output_variable", output),
            Texts("checked", handler.Checked),
            Text("unsupported", handler.Unsupported),
            Flag("is_custom", isCustom),
            $"\"parameters\":[\n{string.Join(",\n", parameters)}]",
        ]);

    private static string Parameter(ParamSpec param) => Object(
        [
            Text("name", param.Name),
            Text("type", CSharpType.ManifestName(param.Type)),
            Flag("is_required", RequestShape.IsRequiredByName(param)),
            Text("summary", param.Summary),
            Texts("aliases", param.Aliases),
            Text("default", param.DefaultValue),
            Texts("allowed_values", param.AcceptedValues),
            Text("allowed_values_reason", param.AcceptsReason),
            Flag("is_positional", param.IsPositional),
            Flag("is_ignored", param.IsIgnored),
            Text("requirement", RequirementText.Of(param)),
        ]);

    private static string Object(IEnumerable<string?> members) => $"{{{string.Join(",", members.Where(static member => member is not null))}}}";

    private static string? Text(string name, string? value) => value is null ? null : $"\"{name}\":{CSharpText.Json(value)}";

    private static string? Texts(string name, EquatableArray<string> values) =>
        values.Count == 0 ? null : $"\"{name}\":[{string.Join(",", values.Select(CSharpText.Json))}]";

    private static string? Flag(string name, bool value) => value ? $"\"{name}\":true" : null;
}
