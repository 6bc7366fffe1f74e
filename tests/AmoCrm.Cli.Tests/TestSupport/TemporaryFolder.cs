namespace AmoCrm.Cli.Tests.TestSupport;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("amocrm-cli-").FullName;

    public string File(string name) => Path.Combine(_path, name);

    public string Write(string name, string text)
    {
        System.IO.File.WriteAllText(File(name), text);
        return File(name);
    }

    // A client drops the pair before the last one in the background, and may be writing still.
    public void Dispose()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                Directory.Delete(_path, recursive: true);
                return;
            }
            catch (IOException) when (attempt < 20)
            {
                SpinWait.SpinUntil(static () => false, TimeSpan.FromMilliseconds(50));
            }
        }
    }
}
