using AmoCrm.Sdk.Packaging.Tests.TestSupport;

namespace AmoCrm.Sdk.Packaging.Tests;

/// <summary>Packing fails when the API of one framework is not that of the other, as long as nobody switches that off.</summary>
public sealed class PackageValidationTests
{
    [Theory]
    [MemberData(nameof(Libraries.OfTheSdk), MemberType = typeof(Libraries))]
    [InlineData("AmoCrm.Emulator")]
    public async Task A_package_is_validated_when_it_is_packed(string id)
    {
        var answer = await Command.DotnetAsync(null, "msbuild", Path.Combine(RepositoryFiles.Root, "src", id, $"{id}.csproj"), "-getProperty:EnablePackageValidation");

        Assert.Equal("true", answer.MustSucceed().Output);
    }
}
