using System.Text;
using AmoCrm.Emulator.Admin;
using Microsoft.AspNetCore.Http;

namespace AmoCrm.Emulator.Hosting;

/// <summary>Takes each request through the scripted faults, the execution, the answer and the log.</summary>
/// <param name="core">What is shared.</param>
/// <param name="stopping">The end of the emulator.</param>
internal sealed class RequestPipeline(EmulatorCore core, CancellationToken stopping)
{
    private readonly RequestExecutor _executor = new(core);
    private readonly AdminRoutes _admin = new(core);

    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            await RunAsync(context).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The caller is gone, or the emulator is: nobody is to get an answer that was never made.
            context.Abort();
        }
    }

    private async Task RunAsync(HttpContext context)
    {
        var incoming = await ReadAsync(context).ConfigureAwait(false);
        if (AdminRoutes.Serves(incoming.Path))
        {
            var answer = _admin.Execute(incoming, context.Connection.LocalPort);
            await AnswerWriter.WriteAsync(context, answer, core.Clock.GetUtcNow()).ConfigureAwait(false);
            return;
        }

        var arrival = core.Recorder.Begin();
        context.Response.Headers["X-Request-Id"] = arrival.RequestId;
        var fault = core.Faults.Take(incoming.Method, incoming.Path);
        var isSlowAnswer = fault?.Kind == EmulatorFaultKind.SlowAnswer;
        if (fault is not null && !isSlowAnswer)
        {
            // Not on the request's own cancellation: a server executes what it has read, whether or not the caller still listens.
            await Task.Delay(fault.Latency, TimeProvider.System, stopping).ConfigureAwait(false);
        }

        var executed = Answered(incoming, fault);
        var isCut = fault?.Kind is EmulatorFaultKind.ConnectionReset or EmulatorFaultKind.LostAnswer;

        // Recorded before the answer leaves, so that a client that has its answer, or gave up on it, finds it in the log.
        core.Recorder.Add(arrival, incoming, context.Request.Headers, executed, isCut ? 0 : executed.Answer.Status);
        if (isCut)
        {
            context.Abort();
            return;
        }

        if (isSlowAnswer)
        {
            await Task.Delay(fault!.Latency, TimeProvider.System, context.RequestAborted).ConfigureAwait(false);
        }

        await AnswerWriter.WriteAsync(context, executed.Answer, core.Clock.GetUtcNow(), fault?.Kind == EmulatorFaultKind.MalformedJson).ConfigureAwait(false);
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
