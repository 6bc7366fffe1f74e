using System.Text.Json;

namespace AmoCrm.Sdk.Dispatch;

/// <summary>One handler: its name, what it calls, what it takes and answers, and how to call it by name.</summary>
public abstract class HandlerDescriptor
{
    private ParameterTable? _parameterTable;

    private protected HandlerDescriptor()
    {
    }

    /// <summary>The name that dynamic calls use, for example <c>amocrm_get_company</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The module that the handler belongs to, for example <c>companies</c>.</summary>
    public required string Module { get; init; }

    /// <summary>The property of the client that has the method, for example <c>Companies</c>.</summary>
    public required string Client { get; init; }

    /// <summary>The C# method behind it, for example <c>GetAsync</c>.</summary>
    public required string ClientMethod { get; init; }

    /// <summary>The HTTP method, upper case.</summary>
    public required string HttpMethod { get; init; }

    /// <summary>The path on the account's host, with <c>{name}</c> for variables.</summary>
    public required string Path { get; init; }

    /// <summary>What the handler does to the data.</summary>
    public required HandlerEffect Effect { get; init; }

    /// <summary>Whether its request may be repeated.</summary>
    public required RetrySafety Retry { get; init; }

    /// <summary>What the handler does, in one or two sentences.</summary>
    public required string Summary { get; init; }

    /// <summary>The page of the API's documentation.</summary>
    public required string Documentation { get; init; }

    /// <summary>The context key under which an engine step leaves the result unless it says <c>output_var</c>.</summary>
    public required string OutputVariable { get; init; }

    /// <summary>What confirms this entry: <c>docs</c>, <c>php-client</c>, <c>kommo</c>, <c>third-party</c>, <c>issues</c>, <c>memory</c>.</summary>
    public IReadOnlyList<string> Checked { get; init; } = [];

    /// <summary>Why the public API may refuse this request; null when it documents it.</summary>
    public string? Unsupported { get; init; }

    /// <summary>Whether the call is more than the one request that <see cref="Path"/> names.</summary>
    public bool IsCustom { get; init; }

    /// <summary>The parameters of dynamic calls, in the manifest's order.</summary>
    public IReadOnlyList<HandlerParameter> Parameters { get; init; } = [];

    /// <summary>The type that typed calls by name pass: the request, or the arguments where the method has parameters of its own.</summary>
    public abstract Type RequestType { get; }

    /// <summary>The type that typed calls by name answer.</summary>
    public abstract Type ResultType { get; }

    /// <summary>The same parameters for those who look for names; made when arguments are bound for the first time.</summary>
    internal ParameterTable ParameterTable => _parameterTable ??= new ParameterTable(Parameters);

    /// <summary>The schemas of the module; null for a handler that has none.</summary>
    internal PackedSchemas? Schemas { get; init; }

    /// <summary>The JSON Schema of the arguments of a dynamic call.</summary>
    public JsonElement GetParametersSchema() => GetSchema("/parameters");

    /// <summary>The JSON Schema of the result of a dynamic call.</summary>
    public JsonElement GetResultSchema() => GetSchema("/result");

    /// <summary>Makes the typed request of a dynamic call's arguments, just as a call by name does. Nothing is sent.</summary>
    /// <param name="arguments">A JSON object of the handler's parameters; <c>default</c> or null when it needs none.</param>
    /// <returns>A <see cref="RequestType"/>, for the client's method or for its bulk form.</returns>
    /// <exception cref="AmoCrmArgumentException">An argument is missing, unknown or of the wrong kind.</exception>
    public abstract object BindRequest(JsonElement arguments);

    /// <summary>The handler's name.</summary>
    public override string ToString() => Name;

    /// <summary>Binds the arguments, calls the client's method and writes its result as JSON.</summary>
    internal abstract Task<JsonElement> InvokeAsync(IAmoCrmClient client, JsonElement arguments, CancellationToken cancellationToken);

    /// <summary>Binds the arguments, calls the client's method and writes the members of its success envelope.</summary>
    /// <returns>False when the object asked for does not exist; nothing was written then.</returns>
    internal abstract Task<bool> InvokeAsync(IAmoCrmClient client, JsonElement arguments, Utf8JsonWriter envelope, CancellationToken cancellationToken);

    // SchemasEmitter gives them these names.
    private JsonElement GetSchema(string suffix) => SchemaComposer.Compose(Schemas is null ? "{}"u8 : Schemas.Find(Name + suffix));
}
