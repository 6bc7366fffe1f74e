using System.ComponentModel;
using System.Diagnostics;

namespace AmoCrm.Cli;

/// <summary>The browser of whoever sits at this machine.</summary>
internal static class Browser
{
    /// <returns>False when none could be started.</returns>
    public static bool TryOpen(Uri page)
    {
        if (!OperatingSystem.IsWindows() && !OperatingSystem.IsMacOS() && !HasDesktop())
        {
            // Without a desktop xdg-open starts a browser in the terminal, where it would take the command's place.
            return false;
        }

        try
        {
            using var process = Process.Start(Starter(page.AbsoluteUri));
            return true;
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            return false;
        }
    }

    private static bool HasDesktop() =>
        !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DISPLAY")) || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("WAYLAND_DISPLAY"));

    private static ProcessStartInfo Starter(string page) => OperatingSystem.IsWindows()
        ? new ProcessStartInfo(page) { UseShellExecute = true }
        : new ProcessStartInfo(OperatingSystem.IsMacOS() ? "open" : "xdg-open")
        {
            ArgumentList = { page },
            UseShellExecute = false,

            // What the browser has to say does not belong among the results.
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
}
