using AmoCrm.Emulator;
using AmoCrm.Sdk;

namespace AmoCrm.Cli.Demo;

/// <summary>Plays the story on an emulator and fills the rows of the table.</summary>
internal sealed class DemoRunner(AmoCrmEmulator crm, IAmoCrmClient amo)
{
    private readonly DemoTelling _typed = new(amo, StoryFacts.ForTyped(), () => LastSequence(crm));
    private readonly DemoTelling _byName = new(amo, StoryFacts.ForByName(), () => LastSequence(crm));

    /// <summary>Makes all calls, in the story's order.</summary>
    /// <param name="played">Called with the number of rows that have been played.</param>
    public async Task RunAsync(IReadOnlyList<DemoRow> rows, Action<int> played, CancellationToken cancellationToken)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            row.Typed = await PlayAsync(row.Step.Handler, row.Step.Typed, _typed, cancellationToken).ConfigureAwait(false);
            row.ByName = await PlayAsync(row.Step.Handler, row.Step.ByName, _byName, cancellationToken).ConfigureAwait(false);
            played(i + 1);
        }
    }

    private async Task<DemoOutcome> PlayAsync(
        string handler, Func<DemoTelling, CancellationToken, Task<string>> call, DemoTelling telling, CancellationToken cancellationToken)
    {
        telling.Begin(handler);
        string? seen = null;
        string? problem = null;
        try
        {
            seen = await call(telling, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The rest of the day is played all the same, so that one run says everything that is wrong.
            problem = exception is CheckFailedException or IAmoCrmError ? exception.Message : $"{exception.GetType().Name}: {exception.Message}";
        }

        var requests = crm.Requests.Where(request => request.Sequence > telling.RequestBefore && request.Sequence <= telling.LastRequest).ToArray();
        return new DemoOutcome(requests, telling.Elapsed, seen, problem ?? WhatIsWrongWith(requests));
    }

    private static string? WhatIsWrongWith(IReadOnlyList<RecordedRequest> requests) => requests switch
    {
        [] => "the call sent no request",
        _ when requests.FirstOrDefault(static request => request.UnknownQueryKeys.Count > 0) is { } request =>
            $"{request.Method} {request.Path} was sent with {string.Join(", ", request.UnknownQueryKeys)}, which amoCRM does not know",
        _ => null,
    };

    private static long LastSequence(AmoCrmEmulator crm) => crm.Requests is { Count: > 0 } requests ? requests[^1].Sequence : 0;
}
