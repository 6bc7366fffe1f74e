using System.Globalization;

namespace AmoCrm.Sdk;

/// <summary>
/// Lets one process at a time change a file. The lock is a file beside it that is open: when its process ends, however it ends, the system closes it. It is never deleted,
/// for two processes could then each hold a file of that name.
/// </summary>
internal static class FileLock
{
    private const int WindowsSharingViolation = 32;
    private const int WindowsLockViolation = 33;
    private const int LinuxWouldBlock = 11;
    private const int BsdWouldBlock = 35;

    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(20);

    public static string PathFor(string file) => file + ".lock";

    /// <summary>Waits for the lock and takes it; disposing of it gives it back.</summary>
    /// <param name="file">The file to be changed. Its folder is made where it is missing.</param>
    /// <param name="started">When the waiting began.</param>
    /// <param name="limit">How long it may last.</param>
    /// <param name="time">Measures it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="AmoCrmSettingsStoreException">Another process did not give it back in time.</exception>
    public static async Task<FileStream> TakeAsync(string file, long started, TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        var path = PathFor(file);
        PrivateFile.CreateFolder(Path.GetDirectoryName(path)!);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                return new FileStream(path, PrivateFile.Options(FileMode.OpenOrCreate, FileAccess.ReadWrite));
            }
            catch (IOException exception) when (IsHeld(exception))
            {
                if (time.GetElapsedTime(started) >= limit)
                {
                    throw Refusal(file, path, limit);
                }
            }

            // Not in step with the others that wait.
            var wait = ShortestWait + ((LongestWait - ShortestWait) * Random.Shared.NextDouble());
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
        }
    }

    private static bool IsHeld(IOException exception) => OperatingSystem.IsWindows()
        ? (exception.HResult & 0xFFFF) is WindowsSharingViolation or WindowsLockViolation
        : exception.HResult is LinuxWouldBlock or BsdWouldBlock;

    private static AmoCrmSettingsStoreException Refusal(string file, string path, TimeSpan limit) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"The settings file {file} could not be written: another process has held its lock {path} for {limit.TotalSeconds:0.###} seconds. "
        + $"See which one it is ('lsof {path}', Process Explorer), end it if it hangs, and try again. Leave the lock file where it is: it is free as soon as that process has ended."));
}
