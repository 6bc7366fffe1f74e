using System.Diagnostics;
using System.Text;
using AmoCrm.Emulator.Admin;
using AmoCrm.Emulator.Auth;
using AmoCrm.Emulator.Recording;
using Microsoft.AspNetCore.Http;

namespace AmoCrm.Emulator.Hosting;

/// <summary>Takes each request through the scripted faults, the execution, the answer and the log.</summary>
internal sealed class RequestPipeline(EmulatorCore core)
{
    private readonly RequestExecutor _executor = new(core);
    private readonly AdminRoutes _admin = new(core);

    public async Task HandleAsync(HttpContext context)
    {
        var incoming = await ReadAsync(context).ConfigureAwait(false);
        if (AdminRoutes.Serves(incoming.Path))
        {
            await AnswerWriter.WriteAsync(context, _admin.Execute(incoming, context.Connection.LocalPort)).ConfigureAwait(false);
            return;
        }

        var (sequence, time, started) = (core.Log.NextSequence(), core.Clock.GetUtcNow(), Stopwatch.GetTimestamp());
        var requestId = $"emu-{sequence:d8}";
        context.Response.Headers["X-Request-Id"] = requestId;
        var fault = core.Faults.Take(incoming.Method, incoming.Path);
        if (fault is { Latency.Ticks: > 0 })
        {
            await Task.Delay(fault.Latency, TimeProvider.System, context.RequestAborted).ConfigureAwait(false);
        }

        var executed = Answered(incoming, fault);
        var isCut = fault?.Kind is EmulatorFaultKind.ConnectionReset or EmulatorFaultKind.LostAnswer;

        // Logged before the answer leaves, so that a client that has its answer finds it in the log.
        core.Log.Add(new RecordedRequest
        {
            Sequence = sequence,
            Time = time,
            Host = incoming.Host,
            Method = incoming.Method,
            Path = incoming.Path,
            Query = incoming.RawQuery,
            Headers = HeaderMask.Apply(context.Request.Headers),
            Body = incoming.Path == OAuthRoutes.TokenPath ? SecretMask.Apply(incoming.Body) : incoming.Body,
            Status = isCut ? 0 : executed.Answer.Status,
            Milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds,
            UnknownQueryKeys = executed.UnknownQueryKeys,
            RequestId = requestId,
        });

        if (isCut)
        {
            context.Abort();
            return;
        }

        await AnswerWriter.WriteAsync(context, executed.Answer, fault?.Kind == EmulatorFaultKind.MalformedJson).ConfigureAwait(false);
    }

    private ExecutedRequest Answered(IncomingRequest incoming, EmulatorFault? fault) => fault?.Kind switch
    {
        EmulatorFaultKind.Status => new ExecutedRequest(Scripted(fault), []),
        EmulatorFaultKind.HtmlForbidden => new ExecutedRequest(Problems.HtmlForbidden(), []),
        EmulatorFaultKind.ConnectionReset => new ExecutedRequest(Answer.NoContent, []),
        _ => _executor.Execute(incoming),
    };

    private static Answer Scripted(EmulatorFault fault)
    {
        var answer = fault.Body is null
            ? Problems.Of(fault.Status, "A fault on demand")
            : new Answer(fault.Status) { Text = fault.Body, ContentType = fault.Body.StartsWith('<') ? "text/html" : Answer.Problem };
        return answer with { RetryAfterSeconds = fault.RetryAfterSeconds };
    }

    private static async Task<IncomingRequest> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(context.RequestAborted).ConfigureAwait(false);
        return new IncomingRequest(
            request.Method,
            request.Host.Host,
            request.Path.Value ?? "/",
            request.QueryString.Value?.TrimStart('?') ?? string.Empty,
            body,
            name => request.Headers.TryGetValue(name, out var values) ? values.ToString() : null);
    }
}
