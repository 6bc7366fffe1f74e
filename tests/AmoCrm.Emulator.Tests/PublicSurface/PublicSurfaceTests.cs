using PublicApiGenerator;

namespace AmoCrm.Emulator.Tests.PublicSurface;

/// <summary>Everything that a user of the package can see, as text that was read and approved. What disappears from it is a major version.</summary>
public sealed class PublicSurfaceTests
{
    // Assembly attributes do not say what a caller can write.
    private static readonly ApiGeneratorOptions Options = new() { IncludeAssemblyAttributes = false };

    [Fact]
    public void The_surface_is_the_approved_one() => GoldenFile.Verify(typeof(AmoCrmEmulator).Assembly.GeneratePublicApi(Options), "AmoCrm.Emulator");
}
