using System.Reflection;
using System.Runtime.InteropServices;
using SharpFuzz.Common;

namespace AmoCrm.Sdk.Fuzzing.Coverage;

/// <summary>Which branches of the instrumented assemblies a run took, and how often: AFL's map, which their code writes to. All zero where nothing is instrumented.</summary>
internal sealed class CoverageMap
{
    private const int Size = 64 * 1024;

    private static readonly byte[] Zeros = new byte[Size];

    private readonly IntPtr _memory;
    private readonly byte[] _taken = new byte[Size];
    private readonly byte[] _seen = new byte[Size];

    private CoverageMap(IntPtr memory)
    {
        _memory = memory;
    }

    /// <summary>How many branches have been taken by any run.</summary>
    public int Branches { get; private set; }

    /// <summary>Gives instrumented code its map. Before any of that code runs: it writes there without asking.</summary>
    public static CoverageMap Create()
    {
        var memory = Marshal.AllocHGlobal(Size);

        // The field is a pointer, and this project has no unsafe code.
        typeof(Trace).GetField(nameof(Trace.SharedMem), BindingFlags.Public | BindingFlags.Static)!.SetValue(null, memory);
        return new CoverageMap(memory);
    }

    public void Reset()
    {
        Marshal.Copy(Zeros, 0, _memory, Size);
        Trace.PrevLocation = 0;
    }

    /// <summary>Whether the run took a branch that no run before it took, or took one in another order of magnitude.</summary>
    public bool IsNew()
    {
        Marshal.Copy(_memory, _taken, 0, Size);
        var isNew = false;
        var place = 0;
        while (_taken.AsSpan(place).IndexOfAnyExcept((byte)0) is >= 0 and var skipped)
        {
            place += skipped;
            var magnitude = MagnitudeOf(_taken[place]);
            if ((_seen[place] & magnitude) == 0)
            {
                isNew = true;
                Branches += _seen[place] == 0 ? 1 : 0;
                _seen[place] |= magnitude;
            }

            place++;
        }

        return isNew;
    }

    // AFL's classes of counts, one bit each.
    private static byte MagnitudeOf(byte count) => count switch
    {
        1 => 1,
        2 => 2,
        3 => 4,
        < 8 => 8,
        < 16 => 16,
        < 32 => 32,
        < 128 => 64,
        _ => 128,
    };
}
