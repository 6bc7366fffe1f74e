using AmoCrm.Sdk.Generators.Tests.TestSupport;

namespace AmoCrm.Sdk.Generators.Tests.Emitting;

/// <summary>What the real manifest becomes: one module, one model and the dispatch table, kept as files that people read in a review.</summary>
public class EmittedSdkTests
{
    private static readonly Lazy<GeneratorRun> Sdk = new(static () => GeneratorHarness.Generate(SpecFiles.All()));

    [Theory]
    [InlineData("Models/Company.g.cs")]
    [InlineData("Models/Company.Json.g.cs")]
    [InlineData("Models/CompanyFilter.g.cs")]
    [InlineData("Models/TagReference.g.cs")]
    [InlineData("Enums/CompanyInclude.g.cs")]
    [InlineData("Requests/CreateCompanyRequest.g.cs")]
    [InlineData("Requests/UpdateCompanyRequest.g.cs")]
    [InlineData("Requests/UpdateCompanyArguments.g.cs")]
    [InlineData("Results/UpdateCompanyResult.g.cs")]
    [InlineData("Results/UpdateCompanyResult.Json.g.cs")]
    [InlineData("Clients/ICompaniesClient.g.cs")]
    [InlineData("Clients/CompaniesClient.g.cs")]
    [InlineData("Operations/CompaniesOperations.g.cs")]
    [InlineData("Handlers/CompaniesHandlers.g.cs")]
    [InlineData("HandlerTable.g.cs")]
    [InlineData("IAmoCrmClient.g.cs")]
    [InlineData("AmoCrmClient.g.cs")]
    public void The_emitted_file_is_the_one_that_was_reviewed(string hintName) =>
        GoldenFile.Verify(Sdk.Value.Files[hintName], hintName);

    // Without the bytes: another .NET may deflate otherwise. DescriptionsEmitterTests compare them with the comment.
    [Fact]
    public void The_emitted_schemas_are_those_that_were_reviewed() =>
        GoldenFile.Verify(EmittedJson.WithoutBytes(Sdk.Value.Files["Descriptions/CompaniesDescriptions.g.cs"]), "Descriptions/CompaniesDescriptions.g.cs");

    [Fact]
    public void No_emitted_file_has_a_foreign_line_end_or_a_trailing_space() =>
        Assert.All(Sdk.Value.Files, file =>
        {
            Assert.DoesNotContain('\r', file.Value);
            Assert.DoesNotContain(" \n", file.Value, StringComparison.Ordinal);
            Assert.DoesNotContain("\n\n\n", file.Value, StringComparison.Ordinal);
            Assert.EndsWith("}\n", file.Value, StringComparison.Ordinal);
        });
}
