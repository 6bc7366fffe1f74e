using System.Text.Json;

namespace AmoCrm.Sdk.Dispatch;

/// <summary>One handler: its name, what it calls, what it takes and answers, and how to call it by name.</summary>
public abstract class HandlerDescriptor
{
    private readonly PackedJson _descriptions;
    private ParameterTable? _parameterTable;

    private protected HandlerDescriptor(string name, PackedJson descriptions)
    {
        Name = name;
        _descriptions = descriptions;
    }

    /// <summary>The name that dynamic calls use, for example <c>amocrm_get_company</c>.</summary>
    public string Name { get; }

    /// <summary>The module that the handler belongs to, for example <c>companies</c>.</summary>
    public string Module => Facts.Module;

    /// <summary>The property of the client that has the method, for example <c>Companies</c>.</summary>
    public string Client => Facts.Client;

    /// <summary>The C# method behind it, for example <c>GetAsync</c>.</summary>
    public string ClientMethod => Facts.ClientMethod;

    /// <summary>The HTTP method, upper case.</summary>
    public string HttpMethod => Facts.HttpMethod;

    /// <summary>The path on the account's host, with <c>{name}</c> for variables.</summary>
    public string Path => Facts.Path;

    /// <summary>What the handler does to the data.</summary>
    public HandlerEffect Effect => Facts.Effect;

    /// <summary>Whether its request may be repeated.</summary>
    public RetrySafety Retry => Facts.Retry;

    /// <summary>What the handler does, in one or two sentences.</summary>
    public string Summary => Facts.Summary;

    /// <summary>The page of the API's documentation.</summary>
    public string Documentation => Facts.Documentation;

    /// <summary>The context key under which an engine step leaves the result unless it says <c>output_var</c>.</summary>
    public string OutputVariable => Facts.OutputVariable;

    /// <summary>What confirms this entry: <c>docs</c>, <c>php-client</c>, <c>kommo</c>, <c>third-party</c>, <c>issues</c>, <c>memory</c>.</summary>
    public IReadOnlyList<string> Checked => Facts.Checked;

    /// <summary>Why the public API may refuse this request; null when it documents it.</summary>
    public string? Unsupported => Facts.Unsupported;

    /// <summary>Whether the call is more than the one request that <see cref="Path"/> names.</summary>
    public bool IsCustom => Facts.IsCustom;

    /// <summary>The parameters of dynamic calls, in the manifest's order.</summary>
    public IReadOnlyList<HandlerParameter> Parameters => Facts.Parameters;

    /// <summary>The type that typed calls by name pass: the request, or the arguments where the method has parameters of its own.</summary>
    public abstract Type RequestType { get; }

    /// <summary>The type that typed calls by name answer.</summary>
    public abstract Type ResultType { get; }

    /// <summary>The same parameters for those who look for names; made when arguments are bound for the first time.</summary>
    internal ParameterTable ParameterTable => _parameterTable ??= new ParameterTable(Parameters);

    // Read when first asked for: a program that calls one handler need not have read those of all. Two readers at once read the same.
    private HandlerFacts Facts => field ??= HandlerFacts.Read(_descriptions.Find(Name + "/facts"));

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

    // DescriptionsEmitter in the generator gives them these names, and the facts theirs.
    private JsonElement GetSchema(string suffix) => SchemaComposer.Compose(_descriptions.Find(Name + suffix));
}
