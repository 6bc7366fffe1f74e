using AmoCrm.Sdk.Fuzzing.Coverage;

namespace AmoCrm.Sdk.Fuzzing.Running;

/// <summary>Fuzzes targets one after the other, each in processes of its own, and tells what was found.</summary>
internal static class FuzzCampaign
{
    public static async Task<int> RunAsync(FuzzCommand command)
    {
        var folder = Path.Combine(FuzzCorpus.RepositoryRoot, "artifacts", "fuzz");
        var instrumented = Path.Combine(Path.GetTempPath(), $"amocrm-fuzz-{Environment.ProcessId}");
        var isOk = true;
        try
        {
            var program = InstrumentedCopy.Make(instrumented);
            foreach (var target in command.Targets)
            {
                var share = command.Time / command.Targets.Count;
                await Console.Error.WriteLineAsync($"{target.Name}: {share.TotalSeconds:F0} s");
                var result = await FuzzRun.RunAsync(program, target, share, command.Limit, command.Seed, Path.Combine(folder, target.Name));
                Console.WriteLine(result.ToJson().ToJsonString());
                isOk &= result.IsOk;
            }
        }
        finally
        {
            Directory.Delete(instrumented, recursive: true);
        }

        return isOk ? 0 : 1;
    }
}
