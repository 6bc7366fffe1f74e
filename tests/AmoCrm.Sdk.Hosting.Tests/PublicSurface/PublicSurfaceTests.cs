using PublicApiGenerator;

namespace AmoCrm.Sdk.Hosting.Tests.PublicSurface;

/// <summary>Everything that a user of the package can see, as text that was read and approved. What disappears from it is a major version.</summary>
public sealed class PublicSurfaceTests
{
    private static readonly ApiGeneratorOptions Options = new()
    {
        // It does not say what a caller can write.
        IncludeAssemblyAttributes = false,
        // The builder's methods are where services are added.
        DenyNamespacePrefixes = [],
    };

    [Fact]
    public void The_surface_is_the_approved_one() => GoldenFile.Verify(typeof(ProtectedSettingsStore).Assembly.GeneratePublicApi(Options), "AmoCrm.Sdk.Hosting");
}
