using AmoCrm.Sdk.Resilience;
using System.Net.Sockets;

namespace AmoCrm.Sdk.Transport;

/// <summary>Sends one HTTP message and reads its answer, through the circuit of the account and within a time limit. What goes wrong becomes one of our exceptions.</summary>
/// <param name="options">The client's options.</param>
/// <param name="connect">Gives what sends HTTP messages; asked each time, since handler factories replace theirs.</param>
internal sealed class HttpExchange(AmoCrmClientOptions options, Func<HttpMessageInvoker> connect)
{
    private readonly ResponseReader _responses = new(options);
    private readonly BlockGuard _blocks = new(options);

    // Only connections of ours tell when bytes leave.
    private readonly bool _tellsOfLeaving = options.HttpMessageHandler is null or SocketsHttpHandler { PlaintextStreamFilter: not null };

    /// <summary>Sends the message once.</summary>
    /// <param name="call">The request it belongs to: notes whether bytes may have left.</param>
    /// <param name="message">The message.</param>
    /// <param name="host">The account, whose circuit it passes.</param>
    /// <param name="permit">What it was allowed with; given back by whoever took it.</param>
    /// <param name="limit">How long it may take, from the connection to the last byte of the answer.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async ValueTask<AmoCrmResponse> SendAsync(CallState call, HttpRequestMessage message, string host, TakenPermit permit, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var attempt = TimeLimit.Start(limit, options.TimeProvider, cancellationToken);
        var pass = _blocks.Enter(host, call.Request.Handler);
        AmoCrmResponse? answer = null;
        var isCertainlyNotSent = false;
        try
        {
            call.AttemptStarts(permit);
            if (message.Content is null)
            {
                // The body tells when its bytes leave. The head does too, over connections of our own, but only those who wait for permits have to know that.
                call.BytesMayLeave();
            }

            if (_tellsOfLeaving)
            {
                LeavingBytes.Watch(call);
            }

            var sentTo = message.RequestUri;
            using var response = await connect().SendAsync(message, attempt.Token).ConfigureAwait(false);
            if (response.RequestMessage?.RequestUri is { } answeredBy && answeredBy != sentTo)
            {
                throw new AmoCrmInvalidResponseException(
                    $"{call.Request.Handler}: a handler followed a redirect, which must be off: see {nameof(AmoCrmClientOptions)}.{nameof(AmoCrmClientOptions.HttpMessageHandler)}.")
                {
                    Handler = call.Request.Handler,
                };
            }

            answer = await _responses.ReadAsync(response, call, attempt.Token).ConfigureAwait(false);
            call.Answered(answer);
            return answer;
        }
        catch (OperationCanceledException exception) when (!call.Caller.IsCancellationRequested)
        {
            var time = attempt.IsOver ? $"{limit.TotalSeconds:0.###} seconds" : "the time it has";
            throw TransportFailures.Timeout(call, $"amoCRM did not answer within {time}.", exception);
        }
        catch (AmoCrmInvalidResponseException exception) when (call.OutcomeUnknown)
        {
            throw TransportFailures.OrOutcomeUnknown(call, exception);
        }
        catch (HttpRequestException exception)
        {
            // The body says itself when its bytes leave. A message without one does not, but this kind of failure comes before its head does.
            isCertainlyNotSent = TransportFailures.IsBeforeSending(exception);
            if (message.Content is null && isCertainlyNotSent)
            {
                call.CertainlyNotSent();
            }

            throw TransportFailures.Network(call, exception);
        }
        catch (Exception exception) when (exception is IOException or SocketException or InvalidDataException)
        {
            throw TransportFailures.Network(call, exception);
        }
        finally
        {
            // First of all: a probe whose end is not told would keep the account closed for good (BlockedAccountTests), and what follows calls code of others.
            _blocks.Report(host, pass, answer);
            call.AttemptEnds(isCertainlyNotSent);
        }
    }
}
