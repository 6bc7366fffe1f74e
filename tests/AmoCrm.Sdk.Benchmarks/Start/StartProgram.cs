using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;

namespace AmoCrm.Sdk.Benchmarks.Start;

/// <summary>A small program that is started to see how long its first call takes.</summary>
/// <param name="FileName">What is started.</param>
/// <param name="Arguments">The arguments before the address.</param>
/// <param name="Size">How large the program is, in bytes.</param>
internal sealed record StartProgram(string FileName, IReadOnlyList<string> Arguments, long Size)
{
    /// <summary>The program as it was built, run by the JIT compiler.</summary>
    public static StartProgram Jit(string name)
    {
        var assembly = PathOf(name);
        return new StartProgram("dotnet", [assembly], new DirectoryInfo(Path.GetDirectoryName(assembly)!).EnumerateFiles("*.dll").Sum(static file => file.Length));
    }

    /// <summary>The program published with Native AOT.</summary>
    /// <param name="name">Which.</param>
    /// <param name="folder">Where it is published to.</param>
    public static async Task<StartProgram> PublishAsync(string name, string folder)
    {
        var project = Path.Combine(RepositoryFiles.Root, "tests", $"AmoCrm.Sdk.Benchmarks.{name}", $"AmoCrm.Sdk.Benchmarks.{name}.csproj");
        await ReadAsync("dotnet", ["publish", project, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-o", folder, "--nologo"]);
        var file = Path.Combine(folder, $"AmoCrm.Sdk.Benchmarks.{name}" + (OperatingSystem.IsWindows() ? ".exe" : ""));
        return new StartProgram(file, [], new FileInfo(file).Length);
    }

    /// <summary>Starts it once.</summary>
    /// <returns>The milliseconds of its first call.</returns>
    public async Task<double> RunAsync(Uri address) => double.Parse(await ReadAsync(FileName, [.. Arguments, address.ToString()]), CultureInfo.InvariantCulture);

    private static string PathOf(string name) =>
        typeof(StartProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == name).Value!;

    private static async Task<string> ReadAsync(string fileName, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(fileName, arguments) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{fileName} ended with {process.ExitCode}: {output}");
    }
}
