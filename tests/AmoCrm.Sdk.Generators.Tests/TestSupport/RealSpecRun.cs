namespace AmoCrm.Sdk.Generators.Tests.TestSupport;

/// <summary>What the generator makes of the real manifest, made once for all tests.</summary>
internal static class RealSpecRun
{
    private static readonly Lazy<GeneratorRun> Run = new(() => GeneratorHarness.Generate(SpecFiles.All()));

    public static GeneratorRun Value => Run.Value;
}
