using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using AmoCrm.Cli.Transfer.Progress;
using AmoCrm.Sdk;

namespace AmoCrm.Cli.Transfer.Imports;

/// <summary>Creates what the rows of a file say, each once. Rows with an outcome are passed over.</summary>
/// <param name="amo">The account.</param>
/// <param name="target">What is created.</param>
/// <param name="rows">The file.</param>
/// <param name="journal">The journal, read.</param>
/// <param name="progress">Is told how far it is.</param>
/// <param name="time">The clock.</param>
internal sealed class ImportRun(IAmoCrmClient amo, ImportTarget target, IRowFile rows, ImportJournal journal, TransferProgress progress, TimeProvider time)
{
    /// <summary>How long requests under way may take after Ctrl-C.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // Enough for seven requests a second when each takes half a second. What is under way is unknown after a kill, what waits for the limits among it: no more than that.
    private const int AtOnce = 4;

    // Outcomes tell the place among what was given; a file has rows between that were not.
    private readonly ConcurrentDictionary<long, long> _rowAt = new();
    private long _given;

    public TransferProgress Progress => progress;

    /// <summary>Creates what is still to be created.</summary>
    /// <param name="stop">Stops the reading. Requests under way come to their end, for <see cref="Patience"/>.</param>
    /// <exception cref="AmoCrmException">Nothing more can be sent; the same command goes on later.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        using var impatience = new CancellationTokenSource();
        using var patience = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        using var registration = stop.Register(() => patience.CancelAfter(Patience));
        var options = new BulkOptions { MaxConcurrency = AtOnce, Sending = SendingAsync, Completed = CompletedAsync };
        await foreach (var outcome in target.CreateAsync(amo, RequestsAsync(stop), options, patience.Token).ConfigureAwait(false))
        {
            _rowAt.TryRemove(outcome.Index, out _);
        }

        stop.ThrowIfCancellationRequested();
    }

    private async IAsyncEnumerable<object> RequestsAsync([EnumeratorCancellation] CancellationToken stop)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var row in rows.Read())
        {
            if (stop.IsCancellationRequested)
            {
                yield break;
            }

            if (journal.Rows.IsOpen(row.Number) && TryBind(row) is { } request)
            {
                _rowAt[_given++] = row.Number;
                yield return request;
            }
        }
    }

    private object? TryBind(ImportRow row)
    {
        try
        {
            return target.Handler.BindRequest(row.ToArguments());
        }
        catch (Exception exception) when (exception is ArgumentException or CliUsageException or JsonException or InvalidOperationException)
        {
            journal.Refused(row.Number, ReasonOf(exception));
            progress.Report(journal.Rows.Done);
            return null;
        }
    }

    private static string ReasonOf(Exception exception) => exception switch
    {
        AmoCrmArgumentException or CliUsageException => exception.Message,
        JsonException => $"The JSON is not valid: {exception.Message}",

        // Half of a surrogate pair: JSON can spell it, a text cannot hold it.
        _ => "The row holds a text that is not valid Unicode.",
    };

    private ValueTask SendingAsync(IReadOnlyList<long> places)
    {
        journal.Sending([.. places.Select(place => _rowAt[place])]);
        return ValueTask.CompletedTask;
    }

    private ValueTask CompletedAsync(IReadOnlyList<BulkOutcome> outcomes)
    {
        journal.Completed(
            [.. outcomes.Where(static outcome => outcome.Kind == BulkOutcomeKind.Succeeded).Select(outcome => (_rowAt[outcome.Index], outcome.Id))],
            [.. outcomes.Where(static outcome => outcome.Kind != BulkOutcomeKind.Succeeded).Select(outcome => (_rowAt[outcome.Index], FailureOf(outcome)))]);
        progress.Report(journal.Rows.Done);
        return ValueTask.CompletedTask;
    }

    private static RowFailure FailureOf(BulkOutcome outcome) => new(outcome.Kind, outcome.Error?.Message ?? "No reason was given.", outcome.Errors);
}
