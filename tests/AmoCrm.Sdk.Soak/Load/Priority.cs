using System.ComponentModel;
using System.Diagnostics;

namespace AmoCrm.Sdk.Soak.Load;

/// <summary>Asks the machine to let this process have its turn soon.</summary>
internal static class Priority
{
    /// <summary>
    /// What measures milliseconds must not wait behind whatever else runs here. Where that takes rights that are not there, it goes without. To be called first of all: on Linux it is the
    /// thread's, and threads take it from the one that starts them.
    /// </summary>
    public static void Raise()
    {
        try
        {
            using var process = Process.GetCurrentProcess();
            process.PriorityClass = ProcessPriorityClass.High;
        }
        catch (Exception exception) when (exception is Win32Exception or UnauthorizedAccessException or PlatformNotSupportedException)
        {
            Console.Error.WriteLine($"The priority stays as it is: {exception.Message}");
        }
    }
}
