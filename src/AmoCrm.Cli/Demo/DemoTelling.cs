using System.Diagnostics;
using System.Text.Json;
using AmoCrm.Sdk;

namespace AmoCrm.Cli.Demo;

/// <summary>One of the two tellings of the story: who it is about, and the account it happens in.</summary>
internal sealed class DemoTelling(IAmoCrmClient amo, StoryFacts story, Func<long> lastRequest)
{
    public IAmoCrmClient Amo { get; } = amo;

    public StoryFacts Story { get; } = story;

    /// <summary>The handler that the present step calls by name.</summary>
    public string Handler { get; private set; } = "";

    /// <summary>How long the call itself took, without the checks after it.</summary>
    public TimeSpan Elapsed { get; private set; }

    /// <summary>The number of the last request before the call itself: a step may prepare something first.</summary>
    public long RequestBefore { get; private set; }

    /// <summary>The number of the last request that belongs to the call itself; what follows reads back for a check.</summary>
    public long LastRequest { get; private set; }

    public void Begin(string handler)
    {
        Handler = handler;
        Elapsed = TimeSpan.Zero;
        RequestBefore = 0;
        LastRequest = 0;
    }

    /// <summary>Makes the call that the step is about.</summary>
    public async Task<T> CallAsync<T>(Func<IAmoCrmClient, Task<T>> call)
    {
        RequestBefore = lastRequest();
        var start = Stopwatch.GetTimestamp();
        try
        {
            return await call(Amo).ConfigureAwait(false);
        }
        finally
        {
            Elapsed = Stopwatch.GetElapsedTime(start);
            LastRequest = lastRequest();
        }
    }

    /// <summary>Makes the call that the step is about by the handler's name.</summary>
    /// <param name="arguments">The arguments' JSON.</param>
    public async Task<JsonElement> CallByNameAsync(string arguments, CancellationToken cancellationToken)
    {
        using var document = JsonDocument.Parse(arguments);
        return await CallAsync(amo => amo.InvokeAsync(Handler, document.RootElement, cancellationToken)).ConfigureAwait(false);
    }
}
