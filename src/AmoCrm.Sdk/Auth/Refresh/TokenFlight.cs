namespace AmoCrm.Sdk.Auth.Refresh;

/// <summary>One refresh under way, and what those who wait for it are told. It ends on its own: no caller's cancellation reaches it.</summary>
internal sealed class TokenFlight
{
    private readonly TaskCompletionSource<AmoCrmTokenRefreshResult> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TokenFlight()
    {
        // Nobody may be waiting.
        _ = _answer.Task.ContinueWith(
            static task => task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>What came of it. May be there before its work is done: callers must not wait while a store is down.</summary>
    public Task<AmoCrmTokenRefreshResult> Answer => _answer.Task;

    /// <summary>Done when nothing of it is left to do, whatever came of it.</summary>
    public Task End => _end.Task;

    public void Succeed(AmoCrmTokenRefreshResult result) => _answer.TrySetResult(result);

    public void Fail(Exception exception) => _answer.TrySetException(exception);

    public void Ended() => _end.TrySetResult();
}
