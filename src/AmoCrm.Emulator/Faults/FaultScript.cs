namespace AmoCrm.Emulator.Faults;

/// <summary>The scripted faults in order; the first that matches and is not used up takes the request.</summary>
internal sealed class FaultScript
{
    private readonly SyncRoot _gate = new();
    private readonly List<ScriptedFault> _faults = [];

    public IReadOnlyList<EmulatorFault> Pending
    {
        get
        {
            lock (_gate)
            {
                return _faults.Where(fault => fault.Remaining > 0).Select(fault => fault.Fault).ToList();
            }
        }
    }

    public void Add(EmulatorFault fault)
    {
        lock (_gate)
        {
            _faults.Add(new ScriptedFault(fault));
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _faults.Clear();
        }
    }

    public EmulatorFault? Take(string method, string path)
    {
        lock (_gate)
        {
            return _faults.Find(fault => fault.Takes(method, path))?.Fault;
        }
    }
}
