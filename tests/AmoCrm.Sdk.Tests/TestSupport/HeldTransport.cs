namespace AmoCrm.Sdk.Tests.TestSupport;

/// <summary>A transport whose requests are under way until the test answers them.</summary>
internal sealed class HeldTransport : IAmoCrmTransport
{
    private readonly Lock _gate = new();
    private readonly List<HeldRequest> _asked = [];
    private readonly List<(int Count, TaskCompletionSource Reached)> _waiting = [];

    /// <summary>True: a cancelled request goes on for ever.</summary>
    public bool IsDeaf { get; init; }

    /// <summary>Answers at once what it does not hold; null: holds everything.</summary>
    public Func<HeldRequest, bool>? AnswersAtOnce { get; init; }

    public IReadOnlyList<HeldRequest> Asked
    {
        get
        {
            lock (_gate)
            {
                return [.. _asked];
            }
        }
    }

    /// <summary>The runtime over this transport.</summary>
    public TestClient Client(Action<AmoCrmClientOptions>? configure = null) => new(options =>
    {
        options.Transport = this;
        configure?.Invoke(options);
    });

    /// <summary>The request of that number, from zero, as soon as it is there.</summary>
    public async Task<HeldRequest> WhenAskedAsync(int number)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_asked.Count > number)
            {
                return _asked[number];
            }

            _waiting.Add((number + 1, reached));
        }

        await reached.Task.WithPatience();
        return Asked[number];
    }

    public Task<AmoCrmResponse> SendAsync(AmoCrmRequest request, CancellationToken cancellationToken)
    {
        var held = new HeldRequest(request, cancellationToken);
        lock (_gate)
        {
            _asked.Add(held);
            foreach (var (_, reached) in _waiting.Where(waiting => waiting.Count == _asked.Count))
            {
                reached.SetResult();
            }
        }

        if (AnswersAtOnce?.Invoke(held) != true && !IsDeaf)
        {
            cancellationToken.Register(held.Cancel);
        }

        return held.Answered;
    }
}
