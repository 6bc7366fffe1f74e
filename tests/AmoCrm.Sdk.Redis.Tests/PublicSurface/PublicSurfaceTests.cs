using PublicApiGenerator;

namespace AmoCrm.Sdk.Redis.Tests.PublicSurface;

/// <summary>Everything that a user of the package can see, as text that was read and approved. What disappears from it is a major version.</summary>
public sealed class PublicSurfaceTests
{
    private static readonly ApiGeneratorOptions Options = new()
    {
        // Says nothing of what a caller can write.
        IncludeAssemblyAttributes = false,
        // UseRedis is where services are added.
        DenyNamespacePrefixes = [],
    };

    [Fact]
    public void The_surface_is_the_approved_one() => GoldenFile.Verify(typeof(AmoCrmRedisRateLimiter).Assembly.GeneratePublicApi(Options), "AmoCrm.Sdk.Redis");
}
