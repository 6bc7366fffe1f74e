using System.Diagnostics;

namespace AmoCrm.Sdk.Telemetry;

/// <summary>One attempt as traces and metrics see it: an activity inside that of its call.</summary>
/// <param name="request">The call.</param>
internal readonly struct AttemptTelemetry(RequestTelemetry request) : IDisposable
{
    private readonly Activity? _activity = AmoCrmTelemetry.Source.StartActivity(AmoCrmTelemetry.AttemptActivity);

    /// <summary>It has a permit.</summary>
    /// <param name="waited">How long it waited for it.</param>
    public void Permitted(TimeSpan waited) => _activity?.SetTag("amocrm.queue.milliseconds", Math.Round(waited.TotalMilliseconds, 3));

    public void Sending(string host)
    {
        var number = request.Sending(host);
        _activity?.SetTag("amocrm.attempt", number);
        _activity?.SetTag("server.address", host);
    }

    public void Answered(AmoCrmResponse response)
    {
        request.AttemptAnswered(response.StatusCode);
        _activity?.SetTag("http.response.status_code", response.StatusCode);
        if (response.StatusCode >= 400)
        {
            _activity?.SetStatus(ActivityStatusCode.Error);
        }
    }

    public void Failed(Exception exception)
    {
        _activity?.SetTag("error.type", RequestTelemetry.NameOf(exception));
        _activity?.SetStatus(ActivityStatusCode.Error);
    }

    public void Dispose() => _activity?.Dispose();
}
