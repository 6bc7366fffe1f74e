using AmoCrm.Sdk.Fuzzing.Coverage;

namespace AmoCrm.Sdk.Fuzzing.Running;

/// <summary>Reads one input once.</summary>
internal static class FuzzReplay
{
    public static async Task<int> RunAsync(FuzzTarget target, string file)
    {
        CoverageMap.Create();
        var input = await File.ReadAllBytesAsync(file);
        try
        {
            await Task.Run(async () => await target.RunAsync(input));
            await Console.Error.WriteLineAsync("Nothing found.");
            return 0;
        }
        catch (Exception exception)
        {
            await Console.Error.WriteLineAsync(exception.ToString());
            return 1;
        }
    }
}
