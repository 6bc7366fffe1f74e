using AmoCrm.Sdk.Generators.Binding;
using AmoCrm.Sdk.Generators.Model;
using AmoCrm.Sdk.Generators.Parsing;
using AmoCrm.Sdk.Generators.Reading;
using AmoCrm.Sdk.Generators.Tests.TestSupport;

namespace AmoCrm.Sdk.Generators.Tests.Binding;

public sealed class HandlerBindingTests
{
    [Fact]
    public void Placements_follow_from_the_endpoint()
    {
        Assert.Equal(ParamPlacement.Query, Param("amocrm_list_companies", "query").Placement);
        Assert.Equal(ParamPlacement.Path, Param("amocrm_get_company", "company_id").Placement);
        Assert.Equal(ParamPlacement.Body, Param("amocrm_create_company", "name").Placement);
        Assert.True(Param("amocrm_get_company", "company_id").IsPositional);
    }

    [Fact]
    public void Body_kinds_and_nulls_follow_from_method_and_effect()
    {
        Assert.Equal((BodyKind.None, false), Facts("amocrm_get_company"));
        Assert.Equal((BodyKind.Array, false), Facts("amocrm_create_company"));
        Assert.Equal((BodyKind.Object, true), Facts("amocrm_update_company"));
        Assert.Equal((BodyKind.Object, false), Facts("amocrm_complete_task"));
    }

    [Fact]
    public void A_param_is_required_without_question_mark_default_or_stand_in()
    {
        Assert.True(Param("amocrm_create_company", "name").IsRequired);
        Assert.False(Param("amocrm_create_company", "kind").IsRequired);
        Assert.False(Param("amocrm_create_company", "phone").IsRequired);
        Assert.True(Param("amocrm_get_company", "company_id").IsRequired);
    }

    [Fact]
    public void Paging_adds_page_and_limit_and_the_end_of_pages()
    {
        var list = Handler("amocrm_list_companies");

        Assert.Equal(["query", "filter", "page", "limit"], list.Params.Select(param => param.Name));
        Assert.Equal(new RangeSpec(1, 250), Param("amocrm_list_companies", "limit").Range);
        Assert.Equal(EnvelopeSource.HasMore, list.Envelope.Members.Single(member => member.Key == "has_more").Source);
        Assert.True(list.Returns.ItemHasId);
    }

    [Fact]
    public void Fetch_is_resolved_to_the_operation_that_reads_the_entity()
    {
        var create = Handler("amocrm_create_company");

        Assert.Equal(("CompaniesOperations.GetCompany", "GetCompanyArguments"), (create.Returns.FetchOperation, create.Returns.FetchArguments));
        Assert.Equal("fetch", create.Params[^1].Name);
    }

    [Fact]
    public void A_filter_that_costs_money_adds_the_switch_to_go_without()
    {
        var sdk = Bind(SoundManifest.With(SoundManifest.HandlersPath, "style: brackets, summary: Conditions.", "style: brackets, needs: account.is_api_filter_enabled, summary: Conditions."));

        Assert.Equal("allow_unfiltered", sdk.Modules[0].Handlers[0].Params[^1].Name);
    }

    [Fact]
    public void Batches_default_to_the_handlers_own_method_and_endpoint()
    {
        Assert.Equal(
            new BatchSpec(50, 250, "CreateMany", null, "POST", "/api/v4/companies", []),
            Handler("amocrm_create_company").Batch);
    }

    [Fact]
    public void The_contract_modules_come_first()
    {
        var files = SoundManifest.With(SoundManifest.TasksPath, "module: tasks", "module: account");

        Assert.Equal(["companies", "account"], Bind(files).Modules.Select(module => module.Name));
    }

    [Fact]
    public void Schemas_of_a_module_depend_on_the_enums_they_name_and_those_of_models_on_all_that_is_reached()
    {
        var sdk = Bind(SoundManifest.Files);

        Assert.Equal(["CompanyKind", ""], SdkSelections.Descriptions(sdk).Select(static input => string.Join(' ', input.Enums.Select(static item => item.Name))));
        var models = SdkSelections.ModelSchemas(sdk);
        Assert.Equal(["Company", "CompanyFilter", "Tag"], models.Models.Select(model => model.Name));
        Assert.Equal(["CompanyKind"], models.Enums.Select(item => item.Name));
    }

    [Theory]
    [InlineData("/api/v4/{entity_type}/{id}/link", "/api/v4/companies/{company_id}/link", true)]
    [InlineData("/api/v4/{entity_type}/{id}/link", "/api/v4/{type}/{company_id}/link", true)]
    [InlineData("/api/v4/{entity_type}/{id}/link", "/api/v4/tasks/{task_id}/link", false)]
    [InlineData("/api/v4/{entity_type}/{id}/link", "/api/v4/companies/{company_id}/unlink", false)]
    [InlineData("/api/v4/{entity_type}/{id}/link", "/api/v4/companies/link", false)]
    public void Endpoints_match_by_shape(string documented, string used, bool matches)
    {
        var bag = new Generators.Diagnostics.DiagnosticBag();
        var scope = new FileScope("spec/endpoints.yaml", bag, new SecondHand([]));
        var file = YamlFileParser.Parse(
            new ManifestFile("spec/endpoints.yaml", $"endpoints:\n  - {{ method: POST, path: \"{documented}\", values: {{ entity_type: [leads, companies] }} }}\n"),
            CancellationToken.None);
        var catalog = new EndpointCatalog();
        catalog.Read(file.Root!, scope);

        Assert.Equal(matches, catalog.Contains(EndpointTemplate.Parse($"POST {used}", default, scope, "POST")!));
        Assert.Empty(bag.ToSorted());
    }

    private static HandlerSpec Handler(string name) => Bind(SoundManifest.Files).Modules.SelectMany(module => module.Handlers).Single(handler => handler.Name == name);

    private static ParamSpec Param(string handler, string name) => Handler(handler).Params.Single(param => param.Name == name);

    private static (BodyKind Body, bool Tracks) Facts(string handler) => (Handler(handler).Body, Handler(handler).TracksAssignment);

    private static SdkModel Bind((string Path, string Text)[] files)
    {
        var bound = ManifestBinder.Bind(files.Select(file => YamlFileParser.Parse(new ManifestFile(file.Path, file.Text), CancellationToken.None)), CancellationToken.None);
        Assert.Empty(bound.Diagnostics);
        return bound.Sdk;
    }
}
