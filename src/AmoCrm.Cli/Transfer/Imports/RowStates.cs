using AmoCrm.Sdk;

namespace AmoCrm.Cli.Transfer.Imports;

/// <summary>What became of each row. Eight bytes a row, and the reasons of those that were not created.</summary>
internal sealed class RowStates
{
    // Ids are positive.
    private const long Open = 0;
    private const long Sent = -1;
    private const long Failed = -2;
    private const long CreatedWithoutId = -3;

    // Days of importing at amoCRM's limit: a larger number is a damaged one, and memory is not taken on its word.
    private const long MostRows = 100_000_000;

    private readonly Lock _gate = new();
    private readonly List<long> _rows = [];
    private readonly Dictionary<long, RowFailure> _failures = [];
    private readonly long[] _counts = new long[4];

    public long Created => Count(BulkOutcomeKind.Succeeded);

    public long Rejected => Count(BulkOutcomeKind.Rejected);

    public long Unknown => Count(BulkOutcomeKind.Unknown);

    public long NotSent => Count(BulkOutcomeKind.NotSent);

    /// <summary>Rows that are done with.</summary>
    public long Done
    {
        get
        {
            lock (_gate)
            {
                return _counts.Sum() - _counts[(int)BulkOutcomeKind.NotSent];
            }
        }
    }

    /// <summary>Whether the row is still to be sent.</summary>
    public bool IsOpen(long row)
    {
        lock (_gate)
        {
            return Get(row) == Open || (Get(row) == Failed && _failures[row].Kind == BulkOutcomeKind.NotSent);
        }
    }

    /// <summary>The id of what was created of the row; null where nothing was, or amoCRM did not tell it.</summary>
    public long? IdOf(long row)
    {
        lock (_gate)
        {
            return Get(row) is > 0 and var id ? id : null;
        }
    }

    public bool IsCreated(long row)
    {
        lock (_gate)
        {
            return Get(row) is > 0 or CreatedWithoutId;
        }
    }

    public RowFailure? FailureOf(long row)
    {
        lock (_gate)
        {
            return _failures.GetValueOrDefault(row);
        }
    }

    /// <summary>Rows of which is known that they were sent, and nothing else.</summary>
    public IReadOnlyList<long> Ambiguous()
    {
        lock (_gate)
        {
            return [.. Enumerable.Range(0, _rows.Count).Where(place => _rows[place] == Sent).Select(static place => place + 1L)];
        }
    }

    public void SetSent(long row) => Set(row, Sent, failure: null);

    public void SetCreated(long row, long? id) => Set(row, id ?? CreatedWithoutId, failure: null);

    public void SetFailed(long row, RowFailure failure) => Set(row, Failed, failure);

    private long Count(BulkOutcomeKind kind)
    {
        lock (_gate)
        {
            return _counts[(int)kind];
        }
    }

    private BulkOutcomeKind? KindOf(long row) => Get(row) switch
    {
        > 0 or CreatedWithoutId => BulkOutcomeKind.Succeeded,
        Failed => _failures[row].Kind,
        _ => null,
    };

    private long Get(long row) => row <= _rows.Count ? _rows[(int)row - 1] : Open;

    private void Set(long row, long state, RowFailure? failure)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(row, MostRows);
        lock (_gate)
        {
            while (_rows.Count < row)
            {
                _rows.Add(Open);
            }

            if (KindOf(row) is { } before)
            {
                _counts[(int)before]--;
            }

            _rows[(int)row - 1] = state;
            _failures.Remove(row);
            if (failure is not null)
            {
                _failures.Add(row, failure);
            }

            if (KindOf(row) is { } now)
            {
                _counts[(int)now]++;
            }
        }
    }
}
