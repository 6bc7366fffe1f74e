using System.IO.Enumeration;

namespace AmoCrm.Emulator.Faults;

/// <summary>A fault and how much of it is left.</summary>
internal sealed class ScriptedFault(EmulatorFault fault)
{
    private int _toSkip = fault.Skip;

    public EmulatorFault Fault { get; } = fault;

    public int Remaining { get; private set; } = fault.Count;

    public bool Takes(string method, string path)
    {
        if (Remaining == 0 || !Matches(method, path))
        {
            return false;
        }

        if (_toSkip > 0)
        {
            _toSkip--;
            return false;
        }

        Remaining--;
        return true;
    }

    private bool Matches(string method, string path) =>
        (Fault.Method is null || string.Equals(Fault.Method, method, StringComparison.OrdinalIgnoreCase))
        && FileSystemName.MatchesSimpleExpression(Fault.Path, path, ignoreCase: false);
}
