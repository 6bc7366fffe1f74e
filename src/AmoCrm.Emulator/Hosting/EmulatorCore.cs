using AmoCrm.Emulator.Faults;
using AmoCrm.Emulator.Limits;
using AmoCrm.Emulator.Recording;

namespace AmoCrm.Emulator.Hosting;

/// <summary>What the pipeline, the admin routes and the public class share.</summary>
internal sealed class EmulatorCore
{
    public EmulatorCore(AmoCrmEmulatorOptions options)
    {
        Clock = new EmulatorClock(options.TimeProvider);
        Behaviour = options.Behaviour;
        Limiter = new RequestLimiter(options, Clock);
        Routes = ApiRoutes.Create(options);
        Directory = new AccountDirectory(options, Clock);
        foreach (var fault in options.Faults)
        {
            Faults.Add(fault);
        }
    }

    public EmulatorClock Clock { get; }

    public EmulatorBehaviour Behaviour { get; }

    public RequestLimiter Limiter { get; }

    public RouteTable Routes { get; }

    public AccountDirectory Directory { get; }

    public FaultScript Faults { get; } = new();

    public RequestLog Log { get; } = new();
}
