using System.Text;
using AmoCrm.Emulator.Admin;
using Microsoft.AspNetCore.Http;

namespace AmoCrm.Emulator.Hosting;

/// <summary>Takes each request through admission, the scripted faults, the execution, the log, the latencies and the answer.</summary>
/// <param name="core">What is shared.</param>
/// <param name="stopping">The end of the emulator.</param>
internal sealed class RequestPipeline(EmulatorCore core, CancellationToken stopping)
{
    private readonly RequestAdmission _admission = new(core);
    private readonly RequestExecutor _executor = new(core);
    private readonly AdminRoutes _admin = new(core);

    public async Task HandleAsync(HttpContext context)
    {
        // Before anything else: a request is judged by the moment at which it came, not by when it gets its turn.
        var arrived = core.Clock.GetUtcNow();
        try
        {
            await RunAsync(context, arrived).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The caller is gone, or the emulator is: nobody is to get an answer that was never made.
            context.Abort();
        }
    }

    private async Task RunAsync(HttpContext context, DateTimeOffset arrived)
    {
        var head = Head(context.Request);
        if (AdminRoutes.Serves(head.Path))
        {
            var answer = _admin.Execute(await ReadAsync(context, head).ConfigureAwait(false), context.Connection.LocalPort);
            await AnswerWriter.WriteAsync(context, answer, core.Clock.GetUtcNow()).ConfigureAwait(false);
            return;
        }

        var arrival = core.Recorder.Begin(arrived);
        context.Response.Headers["X-Request-Id"] = arrival.RequestId;
        var fault = core.Faults.Take(head.Method, head.Path);
        var latency = core.Latencies.Of(head.Method, head.Path);
        var refused = _admission.Refuse(head, arrived, IsExecuted(fault));
        var incoming = await ReadAsync(context, head).ConfigureAwait(false);
        var isSlowAnswer = fault?.Kind == EmulatorFaultKind.SlowAnswer;
        if (isSlowAnswer)
        {
            latency += fault!.Latency;
        }
        else if (fault is not null)
        {
            // Not on the request's own cancellation: a server executes what it has read, whether or not the caller still listens.
            await Task.Delay(fault.Latency, TimeProvider.System, stopping).ConfigureAwait(false);
        }

        var match = core.Routes.Match(incoming.Method, incoming.Path, core.Behaviour);
        var executed = refused ?? Answered(incoming, match, fault);
        var isCut = fault?.Kind is EmulatorFaultKind.ConnectionReset or EmulatorFaultKind.LostAnswer;
        var status = isCut ? 0 : executed.Answer.Status;

        // Recorded before the answer leaves, so that a client that has its answer, or gave up on it, finds it in the log.
        core.Recorder.Add(arrival, incoming, context.Request.Headers, executed, status);
        core.Counter.AddRequest(match.Route, status, fault?.Kind);
        if (latency > TimeSpan.Zero)
        {
            await Task.Delay(latency, TimeProvider.System, context.RequestAborted).ConfigureAwait(false);
        }

        if (isCut)
        {
            context.Abort();
            return;
        }

        await AnswerWriter.WriteAsync(context, executed.Answer, core.Clock.GetUtcNow(), fault?.Kind == EmulatorFaultKind.MalformedJson).ConfigureAwait(false);
    }

    private static bool IsExecuted(EmulatorFault? fault) =>
        fault?.Kind is not (EmulatorFaultKind.Status or EmulatorFaultKind.HtmlForbidden or EmulatorFaultKind.ConnectionReset);

    private ExecutedRequest Answered(IncomingRequest incoming, RouteMatch match, EmulatorFault? fault) => fault?.Kind switch
    {
        EmulatorFaultKind.Status => new ExecutedRequest(Scripted(fault), []),
        EmulatorFaultKind.HtmlForbidden => new ExecutedRequest(Problems.HtmlForbidden(), []),
        EmulatorFaultKind.ConnectionReset => new ExecutedRequest(Answer.NoContent, []),
        _ => _executor.Execute(incoming, match),
    };

    private static Answer Scripted(EmulatorFault fault)
    {
        var answer = fault.Body is null
            ? Problems.Of(fault.Status, "A fault on demand")
            : new Answer(fault.Status) { Text = fault.Body, ContentType = fault.Body.StartsWith('<') ? "text/html" : Answer.Problem };
        return answer with { RetryAfterSeconds = fault.RetryAfterSeconds };
    }

    private static IncomingRequest Head(HttpRequest request) => new(
        request.Method,
        request.Host.Host,
        request.Path.Value ?? "/",
        request.QueryString.Value?.TrimStart('?') ?? string.Empty,
        Body: string.Empty,
        name => request.Headers.TryGetValue(name, out var values) ? values.ToString() : null);

    private static async Task<IncomingRequest> ReadAsync(HttpContext context, IncomingRequest head)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        return head with { Body = await reader.ReadToEndAsync(context.RequestAborted).ConfigureAwait(false) };
    }
}
