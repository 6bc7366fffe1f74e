using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace AmoCrm.Sdk.Telemetry;

/// <summary>One request as traces, metrics and logs see it, from its start to its end.</summary>
internal sealed class RequestTelemetry : IDisposable
{
    private readonly AmoCrmRequest _request;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Activity? _activity;
    private readonly long _started;
    private int _attempts;
    private int _statusCode;
    private string? _error;

    /// <summary>Begins to watch a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="time">The clock.</param>
    /// <param name="started">When it started, on this clock.</param>
    /// <param name="logger">Where it is told of.</param>
    public RequestTelemetry(AmoCrmRequest request, TimeProvider time, long started, ILogger logger)
    {
        _request = request;
        _time = time;
        _logger = logger;
        _started = started;
        _activity = AmoCrmTelemetry.Source.StartActivity(request.Handler, ActivityKind.Client);
        _activity?.SetTag("amocrm.handler", request.Handler);
        _activity?.SetTag("http.request.method", request.Method.Method);
        _activity?.SetTag("url.template", request.PathTemplate);
        AmoCrmTelemetry.Active.Add(1, Handler);
    }

    private KeyValuePair<string, object?> Handler => new("amocrm.handler", _request.Handler);

    public DateTimeOffset Now => _time.GetUtcNow();

    /// <summary>An attempt, from its settings to its answer. Dispose of it when it is over.</summary>
    public AttemptTelemetry StartAttempt() => new(this);

    /// <summary>An attempt is about to be sent.</summary>
    /// <returns>Its number, from 1.</returns>
    public int Sending(string host)
    {
        _attempts++;
        _activity?.SetTag("server.address", host);
        AmoCrmTelemetry.Attempts.Add(1, Handler);
        return _attempts;
    }

    /// <summary>An attempt failed and is repeated after a pause.</summary>
    public void Retrying(string error, TimeSpan delay)
    {
        AmoCrmTelemetry.Retries.Add(1, Handler, new("error.type", error));
        RequestLog.Retrying(_logger, _request.Handler, error, delay.TotalMilliseconds);
    }

    /// <summary>An attempt was answered.</summary>
    public void AttemptAnswered(int statusCode)
    {
        if (statusCode == 429)
        {
            AmoCrmTelemetry.RateLimited.Add(1, Handler);
        }
    }

    public void Answered(AmoCrmResponse response)
    {
        _statusCode = response.StatusCode;
        if (response.StatusCode >= 400)
        {
            _error = response.StatusCode.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (response.StatusCode >= 500 && _request.Retry == RetrySafety.Unsafe)
            {
                AmoCrmTelemetry.OutcomesUnknown.Add(1, Handler);
            }
        }
    }

    public void Failed(Exception exception)
    {
        _error = NameOf(exception);
        if (exception is AmoCrmOutcomeUnknownException or AmoCrmOperationCanceledException)
        {
            AmoCrmTelemetry.OutcomesUnknown.Add(1, Handler);
        }
    }

    /// <summary>What an exception is called in traces and metrics.</summary>
    public static string NameOf(Exception exception) => exception switch
    {
        IAmoCrmError error => error.ErrorCode,
        OperationCanceledException => "cancelled",
        _ => exception.GetType().Name,
    };

    public void Dispose()
    {
        if (_statusCode != 0)
        {
            _activity?.SetTag("http.response.status_code", _statusCode);
        }

        if (_error is not null)
        {
            _activity?.SetTag("error.type", _error);
            _activity?.SetStatus(ActivityStatusCode.Error);
        }

        _activity?.SetTag("amocrm.attempts", _attempts);
        _activity?.Dispose();
        AmoCrmTelemetry.Active.Add(-1, Handler);
        var isLogged = _logger.IsEnabled(_error is null ? LogLevel.Debug : LogLevel.Warning);
        if (!isLogged && !AmoCrmTelemetry.Duration.Enabled)
        {
            // Nobody asks how long it took, and looks at the clock are dear.
            return;
        }

        var elapsed = _time.GetElapsedTime(_started);
        Record(elapsed);
        if (isLogged)
        {
            Log(elapsed);
        }
    }

    private void Record(TimeSpan elapsed)
    {
        var tags = new TagList { Handler, { "http.request.method", _request.Method.Method } };
        if (_statusCode != 0)
        {
            tags.Add("http.response.status_code", _statusCode);
        }

        if (_error is not null)
        {
            tags.Add("error.type", _error);
        }

        AmoCrmTelemetry.Duration.Record(elapsed.TotalSeconds, tags);
    }

    private void Log(TimeSpan elapsed)
    {
        if (_error is null)
        {
            RequestLog.Answered(_logger, _request.Handler, _request.Method.Method, _request.PathTemplate, _statusCode, elapsed.TotalMilliseconds, _attempts);
        }
        else
        {
            RequestLog.Failed(_logger, _request.Handler, _request.Method.Method, _request.PathTemplate, _error, elapsed.TotalMilliseconds, _attempts);
        }
    }
}
