using System.Text.Json;
using System.Text.Json.Nodes;
using AmoCrm.Sdk.Dispatch;

namespace AmoCrm.Sdk.Engine;

/// <summary>
/// Runs the steps of a scenario: each names a handler and its params, may take values from a context, and leaves its result in it.
/// A step does not throw for what amoCRM answered or for bad params: the envelope in the context tells.
/// </summary>
/// <remarks>Safe for concurrent use, one context per scenario. Dispose it to close the client that it made itself.</remarks>
public sealed class AmoCrmEngine : IAsyncDisposable
{
    private const string OutputVariable = "output_var";

    private readonly IAmoCrmClient _client;
    private readonly IAsyncDisposable? _owned;
    private readonly HandlerRegistry _handlers;
    private readonly EngineOptions _options;

    internal AmoCrmEngine(IAmoCrmClient client, HandlerRegistry handlers, EngineOptions? options, IAsyncDisposable? owned = null)
    {
        _client = client;
        _handlers = handlers;
        _options = options ?? new EngineOptions();
        _owned = owned;
    }

    /// <summary>The modules that the handlers are grouped in.</summary>
    public IReadOnlyList<string> Modules => _handlers.Modules;

    /// <summary>Makes an engine with a client of its own, which is disposed with the engine.</summary>
    /// <param name="clientOptions">How the client finds and reaches the account.</param>
    /// <param name="options">How steps are run; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the making.</param>
    /// <exception cref="AmoCrmConfigurationException">The client's options are incomplete or contradict each other.</exception>
    public static Task<AmoCrmEngine> CreateAsync(AmoCrmClientOptions clientOptions, EngineOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(clientOptions);
        cancellationToken.ThrowIfCancellationRequested();
        var client = new AmoCrmClient(clientOptions);
        return Task.FromResult(new AmoCrmEngine(client, HandlerCatalog.Registry, options, client));
    }

    /// <summary>Makes an engine over a client that stays its maker's.</summary>
    /// <param name="client">The client whose account the steps work on.</param>
    /// <param name="options">How steps are run; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the making.</param>
    public static Task<AmoCrmEngine> CreateAsync(IAmoCrmClient client, EngineOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(new AmoCrmEngine(client, HandlerCatalog.Registry, options));
    }

    /// <summary>The names of all handlers that a step may have as its type.</summary>
    public IReadOnlyList<string> GetRegisteredHandlers() => _handlers.Names;

    /// <summary>
    /// Runs one step, <c>{"type": "amocrm_get_company", "params": {"company_id": "{company.id}", "output_var": "company"}}</c>, and puts its envelope
    /// into the context under <c>output_var</c>, or under the handler's own default.
    /// </summary>
    /// <param name="step">The step; it is not changed.</param>
    /// <param name="context">What placeholders are filled from, and where the envelope goes.</param>
    /// <param name="cancellationToken">Cancels the step.</param>
    /// <returns>The envelope: the very object that is in the context.</returns>
    /// <exception cref="AmoCrmUnknownHandlerException">The step's type is no handler.</exception>
    /// <exception cref="ArgumentException">The step has no type, or it or the context has the same member twice, or a name that is not valid Unicode.</exception>
    /// <exception cref="OperationCanceledException">The step was cancelled.</exception>
    public async Task<JsonObject> ExecuteStepAsync(JsonObject step, JsonObject context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(context);
        ThrowIfBroken(context);
        var handler = _handlers.Get(ReadType(step));
        var output = handler.OutputVariable;
        JsonObject envelope;
        try
        {
            (output, var arguments) = Resolve(handler, step, context);
            envelope = await CallAsync(handler, arguments, cancellationToken).ConfigureAwait(false);
        }
        catch (AmoCrmArgumentException exception)
        {
            envelope = Envelope.Failure(handler, exception, exception);
        }

        context[output] = envelope;
        return envelope;
    }

    /// <summary>Calls one handler with arguments as they are, without placeholders.</summary>
    /// <param name="handler">The handler's name.</param>
    /// <param name="arguments">A JSON object of the handler's params; <c>default</c> when it needs none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The envelope, of success or of failure.</returns>
    /// <exception cref="AmoCrmUnknownHandlerException">No handler has that name.</exception>
    /// <exception cref="OperationCanceledException">The call was cancelled.</exception>
    public Task<JsonObject> CallHandlerAsync(string handler, JsonElement arguments, CancellationToken cancellationToken = default) =>
        CallAsync(_handlers.Get(handler), arguments, cancellationToken);

    /// <summary>Asks amoCRM for the account, which proves settings, token and connection at once.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The envelope of <c>amocrm_get_account</c>: <c>success</c> tells whether all is well, <c>error_code</c> what is not.</returns>
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    public Task<JsonObject> CheckHealthAsync(CancellationToken cancellationToken = default) =>
        CallHandlerAsync("amocrm_get_account", default, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _owned?.DisposeAsync() ?? ValueTask.CompletedTask;

    private Task<JsonObject> CallAsync(HandlerDescriptor handler, JsonElement arguments, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Envelope.InvokeAsync(handler, _client, arguments, cancellationToken);
    }

    private (string Output, JsonElement Arguments) Resolve(HandlerDescriptor handler, JsonObject step, JsonObject context)
    {
        try
        {
            var parameters = ReadParams(handler, step);
            var scope = new TemplateScope(context, _options);
            var output = ReadOutputVariable(handler, TemplateValue.Of(parameters[OutputVariable], scope));
            var arguments = JsonElements.Write((parameters, scope), static (writer, state) => TemplateWriter.WriteObject(writer, state.parameters, state.scope, OutputVariable));
            return (output, arguments);
        }
        catch (Exception exception) when (exception is (ArgumentException or InvalidOperationException) and not AmoCrmArgumentException && BrokenNodes.FaultOf(step, context) is { } fault)
        {
            throw new AmoCrmArgumentException(handler.Name, "params", $"The params, or what they take from the context, hold {fault}.", exception);
        }
    }

    private static string ReadType(JsonObject step)
    {
        try
        {
            if (step["type"] is { } type && type.GetValueKind() == JsonValueKind.String)
            {
                return type.ToString();
            }
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            throw Broken(nameof(step), exception);
        }

        throw new ArgumentException("A step needs a \"type\" that names its handler, such as \"amocrm_get_company\".", nameof(step));
    }

    // Nodes tell of what is wrong when they are looked into for the first time. That must not be when the envelope of a call that was made is put there.
    private static void ThrowIfBroken(JsonObject context)
    {
        try
        {
            _ = context.Count;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            throw Broken(nameof(context), exception);
        }
    }

    private static ArgumentException Broken(string parameter, Exception cause) =>
        new($"The {parameter} has the same member twice, or a text that is not valid Unicode.", parameter, cause);

    private static JsonObject ReadParams(HandlerDescriptor handler, JsonObject step) => step["params"] switch
    {
        null => [],
        JsonObject parameters => parameters,
        _ => throw new AmoCrmArgumentException(handler.Name, "params", "The step's 'params' must be an object of params by name."),
    };

    private static string ReadOutputVariable(HandlerDescriptor handler, TemplateValue given)
    {
        if (given.IsNull)
        {
            return handler.OutputVariable;
        }

        return given.Text is { Length: > 0 } name
            ? name
            : throw new AmoCrmArgumentException(handler.Name, OutputVariable, "'output_var' must be the name of a context key: text that is not empty.");
    }
}
