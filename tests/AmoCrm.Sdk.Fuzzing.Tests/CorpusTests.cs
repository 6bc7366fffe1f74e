using AmoCrm.Sdk.Fuzzing.Targets;

namespace AmoCrm.Sdk.Fuzzing.Tests;

/// <summary>Everything that fuzzing begins with and once found is read or refused, and so is what grows.</summary>
public sealed class CorpusTests
{
    public static TheoryData<string> Targets => [.. FuzzTargets.All.Select(static target => target.Name)];

    public static TheoryData<string> Labelled => [.. FuzzTargets.All.Where(static target => target.Labels is not null).Select(static target => target.Name)];

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task Nothing_of_the_corpus_is_a_finding(string name)
    {
        var target = FuzzTargets.Find(name)!;
        var files = FuzzCorpus.Files(target);

        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var exception = await Record.ExceptionAsync(async () => await target.RunAsync(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)));
            Assert.True(exception is null, $"{Path.GetFileName(file)}: {exception}");
        }
    }

    // A name that nothing has stands for any other, so a seed of a name that is misspelt would feed what it is not made for.
    [Theory]
    [MemberData(nameof(Labelled))]
    public void What_a_seed_names_is_there(string name)
    {
        var target = FuzzTargets.Find(name)!;

        Assert.All(FuzzCorpus.Files(target), file => Assert.Contains(LabelledInput.Parse(File.ReadAllBytes(file)).Label, target.Labels!));
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task Deep_and_long_inputs_are_no_findings(string name)
    {
        const int Deep = 100_000;
        var target = FuzzTargets.Find(name)!;
        foreach (var shape in target.Growing)
        {
            var exception = await Record.ExceptionAsync(async () => await target.RunAsync(shape.OfSize(Deep)));
            Assert.True(exception is null, $"{shape.Name}: {exception}");
        }
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task Changed_inputs_are_no_findings(string name)
    {
        var target = FuzzTargets.Find(name)!;
        foreach (var input in ChangedInputs.Of(target, seed: 20, count: 100))
        {
            var exception = await Record.ExceptionAsync(async () => await target.RunAsync(input));
            Assert.True(exception is null, $"{Convert.ToBase64String(input)}: {exception}");
        }
    }

    // Eight times the input, and no more than sixteen times the memory: what an input costs at least is allowed for.
    [Theory]
    [MemberData(nameof(Targets))]
    public async Task Memory_grows_with_the_input(string name)
    {
        var target = FuzzTargets.Find(name)!;
        foreach (var shape in target.Growing)
        {
            var (small, large) = (await AllocatedAsync(target, shape.OfSize(2_000)), await AllocatedAsync(target, shape.OfSize(16_000)));
            Assert.True(large < (small + 100_000) * 16, $"{shape.Name}: {small} bytes for 2,000, {large} for 16,000");
        }
    }

    private static async Task<long> AllocatedAsync(FuzzTarget target, byte[] input)
    {
        await target.RunAsync(input);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await target.RunAsync(input);
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }
}
