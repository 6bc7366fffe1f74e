namespace AmoCrm.Sdk.Benchmarks.Data;

/// <summary>What the calls of a case go to. It gives every request the same answer.</summary>
internal interface ICallServer : IAsyncDisposable
{
    /// <summary>Where peers send to.</summary>
    Uri Address { get; }

    /// <summary>Keeps what was sent, for the check before the measurement; null while nothing is kept.</summary>
    List<SentCall>? Sent { get; set; }

    /// <summary>Connections of their own for whoever calls.</summary>
    HttpMessageHandler CreateHandler();

    /// <summary>Points the SDK here.</summary>
    void Reach(AmoCrmClientOptions options);
}
