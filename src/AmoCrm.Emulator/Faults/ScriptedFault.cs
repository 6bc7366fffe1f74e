namespace AmoCrm.Emulator.Faults;

/// <summary>A fault and how much of it is left.</summary>
internal sealed class ScriptedFault
{
    private readonly RequestPattern _pattern;
    private readonly Random _dice;
    private int _toSkip;

    /// <exception cref="ArgumentException">The probability is none.</exception>
    public ScriptedFault(EmulatorFault fault, Random dice)
    {
        if (fault.Probability is not (>= 0 and <= 1))
        {
            throw new ArgumentException(
                $"A fault's Probability is from 0 to 1, not {fault.Probability.ToString(CultureInfo.InvariantCulture)}.", nameof(fault));
        }

        Fault = fault;
        Remaining = fault.Count;
        _pattern = new RequestPattern(fault.Method, fault.Path);
        _dice = dice;
        _toSkip = fault.Skip;
    }

    public EmulatorFault Fault { get; }

    public int Remaining { get; private set; }

    public bool Takes(string method, string path)
    {
        if (Remaining == 0 || !_pattern.Matches(method, path))
        {
            return false;
        }

        if (_toSkip > 0)
        {
            _toSkip--;
            return false;
        }

        if (!IsHit())
        {
            return false;
        }

        Remaining -= Remaining == int.MaxValue ? 0 : 1;
        return true;
    }

    /// <summary>A fault that is certain throws no dice, so that it changes nothing for the others of a seed.</summary>
    private bool IsHit() => Fault.Probability >= 1 || _dice.NextDouble() < Fault.Probability;
}
