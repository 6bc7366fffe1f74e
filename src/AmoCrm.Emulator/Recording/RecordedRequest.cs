namespace AmoCrm.Emulator;

/// <summary>One request that reached the emulator, and how it was answered. Secrets are masked.</summary>
public sealed record RecordedRequest
{
    /// <summary>The number of the request, from 1, in the order of arrival.</summary>
    public required long Sequence { get; init; }

    /// <summary>When it arrived, by the emulator's clock.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The Host header.</summary>
    public required string Host { get; init; }

    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The path, without the query.</summary>
    public required string Path { get; init; }

    /// <summary>The query as sent, without the question mark; empty where there was none.</summary>
    public required string Query { get; init; }

    /// <summary>The headers; the Authorization value is masked. Names ignore case.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The body as sent; in token requests the secrets are masked.</summary>
    public required string Body { get; init; }

    /// <summary>The status that was answered; 0 where the connection was cut.</summary>
    public required int Status { get; init; }

    /// <summary>How long it took until the answer was there, in milliseconds; the wait of <see cref="EmulatorFaultKind.SlowAnswer"/> comes after it.</summary>
    public required double Milliseconds { get; init; }

    /// <summary>Query keys that the route does not know, as sent; also names in <c>with</c> that it does not know, as <c>with=name</c>.</summary>
    public required IReadOnlyList<string> UnknownQueryKeys { get; init; }

    /// <summary>The X-Request-Id of the answer.</summary>
    public required string RequestId { get; init; }
}
