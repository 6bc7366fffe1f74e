using AmoCrm.Sdk.Auth;
using AmoCrm.Sdk.Telemetry;
using Microsoft.Extensions.Logging;
using Polly;

namespace AmoCrm.Sdk.Transport;

/// <summary>The path of a request: telemetry, time budget, repetition, and inside it the attempts.</summary>
internal sealed class HttpTransport : IAmoCrmTransport
{
    private readonly AmoCrmClientOptions _options;
    private readonly IAccessTokenProvider _tokens;
    private readonly AttemptSender _attempts;
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
        _logger = options.LoggerFactory.CreateLogger(RequestLog.Category);
        if (options.EmulatorAddress is { } emulator)
        {
            RequestLog.Emulated(_logger, options.AgentId, emulator.Authority);
        }
    }

    public async Task<AmoCrmResponse> SendAsync(AmoCrmRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        using var telemetry = new RequestTelemetry(request, _options.TimeProvider, _logger);
        using var budget = new CancellationTokenSource(_options.TotalTimeout, _options.TimeProvider);
        using var whole = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, budget.Token);
        var call = new CallState(request, telemetry, cancellationToken);
        try
        {
            var response = await RepeatAsync(call, whole.Token).ConfigureAwait(false);
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

    private async Task<AmoCrmResponse> RepeatAsync(CallState call, CancellationToken cancellationToken)
    {
        if (_options.ResiliencePipeline is not { } pipeline)
        {
            return await SendAsync(call, cancellationToken).ConfigureAwait(false);
        }

        var context = ResilienceContextPool.Shared.Get(call.Request.Handler, cancellationToken);
        try
        {
            context.Properties.Set(AmoCrmResilience.RequestKey, call.Request);
            return await pipeline.ExecuteAsync(
                static async (context, state) => await state.Transport.SendAsync(state.Call, context.CancellationToken).ConfigureAwait(false),
                context,
                (Transport: this, Call: call)).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async Task<AmoCrmResponse> SendAsync(CallState call, CancellationToken cancellationToken)
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

    private Exception FailureOf(CallState call, Exception exception) => exception switch
    {
        OperationCanceledException cancelled when call.Caller.IsCancellationRequested => TransportFailures.Cancelled(call, cancelled),
        OperationCanceledException or Polly.Timeout.TimeoutRejectedException => TransportFailures.Timeout(
            call, $"it was not done within {_options.TotalTimeout.TotalSeconds:0.###} seconds, with all that belongs to it.", exception),
        _ => exception,
    };
}
