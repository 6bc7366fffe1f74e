using AmoCrm.Sdk.Generators.Tests.TestSupport;

namespace AmoCrm.Sdk.Generators.Tests.RealSpec;

public sealed class RealSpecTests
{
    private static GeneratorRun Run => RealSpecRun.Value;

    [Fact]
    public void The_manifest_has_no_mistake()
    {
        Assert.Empty(Run.Diagnostics);
    }

    [Fact]
    public void Endpoints_are_checked()
    {
        Assert.Contains(SpecFiles.All(), file => file.Path == "spec/endpoints.yaml");
        var files = SpecFiles.All().Select(file => (file.Path, file.Text.Replace("endpoint: GET /api/v4/companies\n", "endpoint: GET /api/v4/company\n", StringComparison.Ordinal)));

        Assert.Equal("AMO0025", Assert.Single(GeneratorHarness.Generate([.. files]).Diagnostics).Id);
    }

    [Theory]
    [InlineData("base", 6)]
    [InlineData("companies", 8)]
    [InlineData("tasks", 8)]
    [InlineData("advanced", 13)]
    [InlineData("admin", 14)]
    public void The_contract_modules_hold_the_49_handlers(string module, int count)
    {
        var text = SpecFiles.All().Single(file => file.Path == $"spec/handlers/{module}.yaml").Text;

        Assert.Equal(count, text.Split('\n').Count(line => line.StartsWith("  amocrm_", StringComparison.Ordinal)));
    }

    [Fact]
    public void Each_artifact_of_the_design_is_emitted()
    {
        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal)
            {
                "Models/Company.g.cs", "Models/Company.Json.g.cs", "Requests/CreateCompanyRequest.g.cs", "Requests/UpdateCompanyArguments.g.cs",
                "Results/CreateCompanyResult.g.cs", "Results/CreateCompanyResult.Json.g.cs", "Clients/ICompaniesClient.g.cs", "Clients/CompaniesClient.g.cs",
                "Operations/CompaniesOperations.g.cs", "Handlers/CompaniesHandlers.g.cs", "Descriptions/CompaniesDescriptions.g.cs", "HandlerTable.g.cs", "AmoCrmClient.g.cs",
                "IAmoCrmClient.g.cs", "AmoCrmJsonTypeInfoResolver.g.cs", "Enums/NoteType.g.cs",
            },
            Run.Files.Keys.ToHashSet(StringComparer.Ordinal));
    }
}
