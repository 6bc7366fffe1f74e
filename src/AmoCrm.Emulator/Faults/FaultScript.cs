namespace AmoCrm.Emulator.Faults;

/// <summary>The scripted faults in order; the first that matches, is not used up and whose dice says yes takes the request.</summary>
internal sealed class FaultScript(int? seed)
{
    private readonly SyncRoot _gate = new();
    private readonly List<ScriptedFault> _faults = [];
    private readonly Random _dice = SeededRandom.Create(seed);

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

    /// <exception cref="ArgumentException">The probability is none.</exception>
    public void Add(EmulatorFault fault)
    {
        lock (_gate)
        {
            _faults.Add(new ScriptedFault(fault, _dice));
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
