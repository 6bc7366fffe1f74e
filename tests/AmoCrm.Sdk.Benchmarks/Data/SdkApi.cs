using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk.Benchmarks.Data;

/// <summary>What the SDK's own layers need of a client.</summary>
internal static class SdkApi
{
    /// <summary>An API that sends nothing.</summary>
    public static AmoCrmApi WithoutTransport()
    {
        var options = SdkOptions.Create();
        var transport = new NoTransport();
        return new AmoCrmApi(new AmoCrmClient(options, transport), options, transport);
    }
}
