using AmoCrm.Emulator.Counting;
using AmoCrm.Emulator.Faults;
using AmoCrm.Emulator.Latencies;
using AmoCrm.Emulator.Limits;
using AmoCrm.Emulator.Recording;

namespace AmoCrm.Emulator.Hosting;

/// <summary>What the pipeline, the admin routes and the public class share.</summary>
internal sealed class EmulatorCore
{
    public EmulatorCore(AmoCrmEmulatorOptions options)
    {
        if (!Uri.TryCreate(options.RedirectUri, UriKind.Absolute, out _))
        {
            throw new ArgumentException($"'{options.RedirectUri}' is no absolute URI.", nameof(options));
        }

        RedirectUri = options.RedirectUri;
        Clock = new EmulatorClock(options.TimeProvider);
        Recorder = new Recorder(Clock, options.RecordRequests);
        Behaviour = options.Behaviour;
        Limiter = new RequestLimiter(options, Counter);
        Routes = ApiRoutes.Create(options);
        Directory = new AccountDirectory(options, Clock);
        Faults = new FaultScript(options.FaultSeed);
        foreach (var fault in options.Faults)
        {
            Faults.Add(fault);
        }

        Latencies = new LatencyProfile(options.FaultSeed);
        foreach (var latency in options.Latencies)
        {
            Latencies.Add(latency);
        }
    }

    public EmulatorClock Clock { get; }

    public EmulatorBehaviour Behaviour { get; }

    public RequestLimiter Limiter { get; }

    public RouteTable Routes { get; }

    public AccountDirectory Directory { get; }

    /// <summary>Where the consent page leads, and what token requests must repeat.</summary>
    public string RedirectUri { get; }

    public FaultScript Faults { get; }

    public LatencyProfile Latencies { get; }

    public Recorder Recorder { get; }

    public RequestCounter Counter { get; } = new();
}
