using AmoCrm.Sdk.Auth;
using AmoCrm.Sdk.Resilience;
using AmoCrm.Sdk.Telemetry;
using Microsoft.Extensions.Logging;

namespace AmoCrm.Sdk.Transport;

/// <summary>The path of a request: telemetry, time budget, repetition, and inside it the attempts.</summary>
internal sealed class HttpTransport : IAmoCrmTransport
{
    private readonly AmoCrmClientOptions _options;
    private readonly IAccessTokenProvider _tokens;
    private readonly AttemptSender _attempts;
    private readonly RetryingSender _sender;
    private readonly ILogger _logger;

    /// <summary>Makes a transport.</summary>
    /// <param name="options">The client's options, checked, with a settings resolver in them.</param>
    /// <param name="connect">Gives what sends HTTP messages.</param>
    public HttpTransport(AmoCrmClientOptions options, Func<HttpMessageInvoker> connect)
    {
        var reader = new SettingsReader(options, options.SettingsResolver ?? throw new ArgumentException("There is no settings resolver.", nameof(options)));
        _options = options;
        _tokens = AccessTokenProviders.Of(options, reader, connect);
        _attempts = new AttemptSender(options, reader, _tokens, new HttpExchange(options, connect));
        _sender = new RetryingSender(options, SendAsync);
        _logger = options.LoggerFactory.CreateLogger(RequestLog.Category);
        if (options.EmulatorAddress is { } emulator)
        {
            RequestLog.Emulated(_logger, options.AgentId, emulator.Authority);
        }
    }

    Task<AmoCrmResponse> IAmoCrmTransport.SendAsync(AmoCrmRequest request, CancellationToken cancellationToken) => SendAsync(request, cancellationToken).AsTask();

    /// <inheritdoc cref="IAmoCrmTransport.SendAsync"/>
    public async ValueTask<AmoCrmResponse> SendAsync(AmoCrmRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        using var budget = TimeLimit.Start(_options.TotalTimeout, _options.TimeProvider, cancellationToken);
        using var telemetry = new RequestTelemetry(request, _options.TimeProvider, budget.StartedAt, _logger);
        var call = new CallState(request, telemetry, budget, cancellationToken);
        try
        {
            var response = DoneAlready(call, await _sender.SendAsync(call, budget.Token).ConfigureAwait(false));
            telemetry.Answered(response);
            return response;
        }
        catch (Exception exception)
        {
            var failure = FailureOf(call, exception);
            telemetry.Failed(failure);
            if (ReferenceEquals(failure, exception))
            {
                throw;
            }

            throw failure;
        }
    }

    private async ValueTask<AmoCrmResponse> SendAsync(CallState call, CancellationToken cancellationToken)
    {
        var (response, token) = await _attempts.SendAsync(call, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccess)
        {
            _tokens.Accepted(_options.AgentId, token);
        }

        if (response.StatusCode != 401)
        {
            return response;
        }

        if (!await _tokens.TryReplaceAsync(new AccessTokenRefusal(_options.AgentId, token, call.Request, response), cancellationToken).ConfigureAwait(false))
        {
            return response;
        }

        RequestLog.TokenReplaced(_logger, call.Request.Handler, _options.AgentId);
        (response, token) = await _attempts.SendAsync(call, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccess)
        {
            _tokens.Accepted(_options.AgentId, token);
        }

        return response;
    }

    /// <summary>A DELETE that comes again because the answer to the first was lost finds nothing: it is done, and not an object that was never there.</summary>
    private static AmoCrmResponse DoneAlready(CallState call, AmoCrmResponse response) =>
        response.StatusCode == 404 && call.OutcomeUnknown && call.Request.Method == HttpMethod.Delete && call.Request.Retry == RetrySafety.Idempotent
            && !MissingRoute.Is(AmoCrmErrors.Describe(response, call.Request.Handler))
                ? new AmoCrmResponse(204) { RequestId = response.RequestId, Handler = response.Handler }
                : response;

    private Exception FailureOf(CallState call, Exception exception) => exception switch
    {
        OperationCanceledException cancelled when call.Caller.IsCancellationRequested => TransportFailures.Cancelled(call, cancelled),
        OperationCanceledException or Polly.Timeout.TimeoutRejectedException => TransportFailures.Timeout(
            call, $"it was not done within {_options.TotalTimeout.TotalSeconds:0.###} seconds, with all that belongs to it.", exception),
        _ => exception,
    };
}
