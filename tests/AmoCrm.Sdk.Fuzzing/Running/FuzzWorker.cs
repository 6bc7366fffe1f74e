using System.Diagnostics;
using AmoCrm.Sdk.Fuzzing.Coverage;
using AmoCrm.Sdk.Fuzzing.Mutating;

namespace AmoCrm.Sdk.Fuzzing.Running;

/// <summary>One process that fuzzes one target: what took a branch that nothing took before becomes a beginning for more.</summary>
internal sealed class FuzzWorker
{
    public const string Argument = "worker";

    private readonly FuzzWorkerOrder _order;
    private readonly WorkerState _state;
    private readonly CoverageMap _coverage;
    private readonly List<byte[]> _corpus = [];
    private readonly HashSet<string> _signatures = new(StringComparer.Ordinal);

    private FuzzWorker(FuzzWorkerOrder order, WorkerState state, CoverageMap coverage)
    {
        _order = order;
        _state = state;
        _coverage = coverage;
    }

    public static async Task RunAsync(FuzzWorkerOrder order)
    {
        var coverage = CoverageMap.Create();
        using var state = WorkerState.Open(order.StateFile);
        using var watchdog = new Watchdog(state, order.Limit);
        watchdog.Start();

        // On a thread of the pool: its stack is the one that a server's request has.
        await Task.Run(new FuzzWorker(order, state, coverage).RunAsync).ConfigureAwait(false);
    }

    private async Task RunAsync()
    {
        var started = Stopwatch.GetTimestamp();
        var given = FuzzCorpus.Read(_order.Target);
        foreach (var input in given.DefaultIfEmpty([]))
        {
            await TryAsync(input).ConfigureAwait(false);
            _corpus.Add(input);
        }

        foreach (var shape in _order.Target.Growing)
        {
            await TryGrowingAsync(new GrowthCheck(_order.Target, shape)).ConfigureAwait(false);
        }

        var random = new Random(_order.Seed);
        var mutator = new Mutator(random, MutationWords.Of(_order.Target, given));
        while (Stopwatch.GetElapsedTime(started) < _order.Time)
        {
            // What came last has been tried least.
            var place = Math.Max(random.Next(_corpus.Count), random.Next(_corpus.Count));
            var input = mutator.Mutate(_corpus[place], _corpus[random.Next(_corpus.Count)]);
            if (await TryAsync(input).ConfigureAwait(false))
            {
                _corpus.Add(input);
                (_state.Corpus, _state.Branches) = (_corpus.Count, _coverage.Branches);
            }
        }

        (_state.Corpus, _state.Branches) = (_corpus.Count, _coverage.Branches);
    }

    /// <returns>Whether it went where nothing went before.</returns>
    private async Task<bool> TryAsync(byte[] input)
    {
        _coverage.Reset();
        if (await FindAsync(input).ConfigureAwait(false) is { } finding)
        {
            if (_signatures.Add(finding.Signature))
            {
                var smaller = await Minimizer.MinimizeAsync(input, async candidate => (await FindAsync(candidate).ConfigureAwait(false))?.Signature == finding.Signature).ConfigureAwait(false);
                Keep(finding, smaller);
            }

            return false;
        }

        return _coverage.IsNew();
    }

    private async Task TryGrowingAsync(GrowthCheck check)
    {
        foreach (var input in check.Inputs)
        {
            await TryAsync(input).ConfigureAwait(false);
        }

        if (await check.FindAsync(input => FindAsync(input)).ConfigureAwait(false) is { } finding && _signatures.Add(finding.Signature))
        {
            Keep(finding, check.Inputs[^1]);
        }
    }

    private void Keep(Finding finding, byte[] input)
    {
        finding.Save(_order.Folder, _order.Target, input);
        _state.Findings++;
        Console.Error.WriteLine($"{_order.Target.Name}: {finding.Signature}");
    }

    private async Task<Finding?> FindAsync(byte[] input)
    {
        _state.Input = input;
        _state.Runs++;
        try
        {
            await _order.Target.RunAsync(input).ConfigureAwait(false);
            return null;
        }
        catch (Exception exception)
        {
            return Finding.Of(exception);
        }
    }
}
