using SharpFuzz;

namespace AmoCrm.Sdk.Fuzzing.Coverage;

/// <summary>A copy of this program in which the code that is fuzzed tells which branches it takes.</summary>
internal static class InstrumentedCopy
{
    private static readonly string[] Fuzzed = ["AmoCrm.Sdk.dll", "AmoCrm.Sdk.Hosting.dll", "AmoCrm.Sdk.Generators.dll", "amocrm.dll", "YamlDotNet.dll"];

    /// <returns>The program's file.</returns>
    public static string Make(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        foreach (var file in Directory.GetFiles(AppContext.BaseDirectory, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(AppContext.BaseDirectory, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        foreach (var assembly in Fuzzed)
        {
            Fuzzer.Instrument(Path.Combine(folder, assembly), static _ => true, Options.Value);
        }

        return Path.Combine(folder, Path.GetFileName(typeof(InstrumentedCopy).Assembly.Location));
    }
}
