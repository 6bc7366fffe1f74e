using System.Text.Json;

namespace AmoCrm.Sdk.Dispatch;

/// <summary>What a descriptor says of its handler beside how to call it. Emitted as JSON, and read when somebody asks.</summary>
internal sealed class HandlerFacts
{
    public required string Module { get; init; }

    public required string Client { get; init; }

    public required string ClientMethod { get; init; }

    public required string HttpMethod { get; init; }

    public required string Path { get; init; }

    public required HandlerEffect Effect { get; init; }

    public required RetrySafety Retry { get; init; }

    public required string Summary { get; init; }

    public required string Documentation { get; init; }

    public required string OutputVariable { get; init; }

    public IReadOnlyList<string> Checked { get; init; } = [];

    public string? Unsupported { get; init; }

    public bool IsCustom { get; init; }

    public IReadOnlyList<HandlerParameter> Parameters { get; init; } = [];

    // HandlerFactsJson in the generator writes these members.
    public static HandlerFacts Read(ReadOnlySpan<byte> json)
    {
        var facts = JsonElements.Parse(json);
        return new HandlerFacts
        {
            Module = Text(facts, "module"),
            Client = Text(facts, "client"),
            ClientMethod = Text(facts, "client_method"),
            HttpMethod = Text(facts, "http_method"),
            Path = Text(facts, "path"),
            Effect = Enum.Parse<HandlerEffect>(Text(facts, "effect")),
            Retry = Enum.Parse<RetrySafety>(Text(facts, "retry")),
            Summary = Text(facts, "summary"),
            Documentation = Text(facts, "documentation"),
            OutputVariable = Text(facts, "output_variable"),
            Checked = Texts(facts, "checked"),
            Unsupported = TextOrNull(facts, "unsupported"),
            IsCustom = Flag(facts, "is_custom"),
            Parameters = facts.TryGetProperty("parameters", out var parameters) ? [.. parameters.EnumerateArray().Select(Parameter)] : [],
        };
    }

    private static HandlerParameter Parameter(JsonElement facts) => new(Text(facts, "name"), Text(facts, "type"), Flag(facts, "is_required"))
    {
        Summary = Text(facts, "summary"),
        Aliases = Texts(facts, "aliases"),
        Default = TextOrNull(facts, "default"),
        AllowedValues = Texts(facts, "allowed_values"),
        AllowedValuesReason = TextOrNull(facts, "allowed_values_reason"),
        IsPositional = Flag(facts, "is_positional"),
        IsIgnored = Flag(facts, "is_ignored"),
        Requirement = TextOrNull(facts, "requirement"),
    };

    private static string Text(JsonElement facts, string name) => facts.GetProperty(name).GetString()!;

    private static string? TextOrNull(JsonElement facts, string name) => facts.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static bool Flag(JsonElement facts, string name) => facts.TryGetProperty(name, out var flag) && flag.GetBoolean();

    private static string[] Texts(JsonElement facts, string name) =>
        facts.TryGetProperty(name, out var texts) ? [.. texts.EnumerateArray().Select(static text => text.GetString()!)] : [];
}
