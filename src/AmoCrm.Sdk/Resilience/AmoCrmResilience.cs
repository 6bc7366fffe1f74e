using Polly;

namespace AmoCrm.Sdk;

/// <summary>What strategies in <see cref="AmoCrmClientOptions.ResiliencePipeline"/> can know about the request they repeat.</summary>
public static class AmoCrmResilience
{
    /// <summary>The request, in the properties of the resilience context. <see cref="AmoCrmRequest.Retry"/> says whether it may be repeated.</summary>
    public static readonly ResiliencePropertyKey<AmoCrmRequest> RequestKey = new("AmoCrm.Sdk.Request");
}
