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

    public RequestTelemetry(AmoCrmRequest request, TimeProvider time, ILogger logger)
    {
        _request = request;
        _time = time;
        _logger = logger;
        _started = time.GetTimestamp();
        _activity = AmoCrmTelemetry.Source.StartActivity(request.Handler, ActivityKind.Client);
        _activity?.SetTag("amocrm.handler", request.Handler);
        _activity?.SetTag("http.request.method", request.Method.Method);
        _activity?.SetTag("url.template", request.PathTemplate);
        AmoCrmTelemetry.Active.Add(1, Handler);
    }

    private KeyValuePair<string, object?> Handler => new("amocrm.handler", _request.Handler);

    public void AttemptStarts(string host)
    {
        _attempts++;
        _activity?.SetTag("server.address", host);
        AmoCrmTelemetry.Attempts.Add(1, Handler);
    }

    public void Answered(AmoCrmResponse response)
    {
        _statusCode = response.StatusCode;
        if (response.StatusCode >= 400)
        {
            _error = response.StatusCode.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    public void Failed(Exception exception) =>
        _error = exception switch
        {
            IAmoCrmError error => error.ErrorCode,
            OperationCanceledException => "cancelled",
            _ => exception.GetType().Name,
        };

    public void Dispose()
    {
        var elapsed = _time.GetElapsedTime(_started);
        var tags = new TagList { Handler, { "http.request.method", _request.Method.Method } };
        if (_statusCode != 0)
        {
            tags.Add("http.response.status_code", _statusCode);
            _activity?.SetTag("http.response.status_code", _statusCode);
        }

        if (_error is not null)
        {
            tags.Add("error.type", _error);
            _activity?.SetTag("error.type", _error);
            _activity?.SetStatus(ActivityStatusCode.Error);
        }

        _activity?.SetTag("amocrm.attempts", _attempts);
        _activity?.Dispose();
        AmoCrmTelemetry.Active.Add(-1, Handler);
        AmoCrmTelemetry.Duration.Record(elapsed.TotalSeconds, tags);
        Log(elapsed);
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
