using System.Globalization;
using AmoCrm.Sdk.Generators.Tests.TestSupport;

namespace AmoCrm.Sdk.Generators.Tests.Incrementality;

public sealed class DeterminismTests
{
    [Fact]
    public void The_order_of_the_files_does_not_matter()
    {
        Assert.Equal(RealSpecRun.Value.Files, GeneratorHarness.Generate([.. SpecFiles.All().Reverse()]).Files);
    }

    [Theory]
    [InlineData("fi-FI")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void The_culture_does_not_matter(string culture)
    {
        var expected = RealSpecRun.Value.Files;
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);

            Assert.Equal(expected, GeneratorHarness.Generate(SpecFiles.All()).Files);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Emitted_texts_have_unix_line_ends_and_no_path_of_this_machine()
    {
        Assert.All(RealSpecRun.Value.Files, file =>
        {
            Assert.DoesNotContain('\r', file.Value);
            Assert.DoesNotContain(RepositoryFiles.Root, file.Value, StringComparison.Ordinal);
            Assert.EndsWith("\n", file.Value, StringComparison.Ordinal);
        });
    }
}
