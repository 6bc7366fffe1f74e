namespace AmoCrm.Sdk.Paging;

/// <summary>
/// Reads pages ahead of whoever works on them, in order. It begins with one page ahead, and with twice as many each time somebody has to wait: a slow server costs its latency a few times and not
/// once a page, and a short list one request beyond its end at most. Where pages lie ready, fewer are read ahead: memory stays at a few pages.
/// </summary>
/// <param name="readAsync">Reads a page.</param>
/// <param name="first">The first page.</param>
/// <param name="cancellationToken">Cancels the waiting at once.</param>
internal sealed class PageAhead<TPage>(Func<int, bool, CancellationToken, Task<TPage>> readAsync, int first, CancellationToken cancellationToken) : IDisposable
{
    /// <summary>Enough for amoCRM's seven requests a second when each takes a second.</summary>
    public const int MostAhead = 8;

    private readonly Queue<Task<TPage>> _pages = new();
    private readonly CancellationTokenSource _end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    private int _ahead = 1;
    private readonly int _first = first;
    private int _next = first;

    /// <summary>The last page that there certainly is; nothing beyond it is read.</summary>
    public int Last { get; set; } = int.MaxValue;

    /// <summary>How many pages are read ahead just now.</summary>
    public int Ahead => _ahead;

    /// <summary>The next page. Those behind it are asked for as well where this one is not there yet; where it is, it may say that it is the last.</summary>
    public async Task<TPage> NextAsync()
    {
        var isFirst = _next == _first;
        Read(1);
        var page = _pages.Dequeue();
        if (!isFirst)
        {
            Adapt(page.IsCompleted);
        }

        return await page.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Asks for what comes next, while the caller works on what it has.</summary>
    public void ReadAhead() => Read(_ahead);

    /// <summary>Nobody wants the pages any more that are under way.</summary>
    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
    }

    private void Adapt(bool isReady)
    {
        if (!isReady)
        {
            Read(_ahead);
            _ahead = Math.Min(_ahead * 2, MostAhead);
        }
        else if (_ahead > 1 && _pages.Count(static page => page.IsCompleted) > 1)
        {
            _ahead--;
        }
    }

    private void Read(int count)
    {
        while (_pages.Count < count && _next <= Last)
        {
            var page = readAsync(_next, _next == _first, _end.Token);

            // Who is cancelled or leaves waits for none of them, not even for the one he waited for: what goes wrong in them is nobody's concern then (PageEndTests: a page that fails late).
            _ = page.ContinueWith(static done => done.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            _pages.Enqueue(page);
            _next++;
        }
    }
}
