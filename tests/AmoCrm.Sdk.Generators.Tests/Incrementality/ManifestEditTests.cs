using AmoCrm.Sdk.Generators.Tests.TestSupport;
using static AmoCrm.Sdk.Generators.Tests.TestSupport.SoundManifest;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace AmoCrm.Sdk.Generators.Tests.Incrementality;

public sealed class ManifestEditTests
{
    private readonly GeneratorRun _run = GeneratorHarness.Generate(SoundManifest.Files);

    [Fact]
    public void An_unrelated_csharp_edit_leaves_everything_cached()
    {
        _run.AddCSharp("class Unrelated { }").ExpectAllCached().ExpectChangedFiles();
    }

    [Fact]
    public void A_file_that_is_not_marked_is_nothing_to_the_generator()
    {
        _run.Edit("/repo/other/settings.yaml", "a: [").ExpectChangedFiles();
    }

    [Fact]
    public void A_module_edited_changes_that_modules_outputs_only()
    {
        _run.Replace(TasksPath, "summary: Completes a task.", "summary: Completes the task.")
            .ExpectChangedFiles(
                "Clients/ITasksClient.g.cs", "Handlers/TasksHandlers.g.cs", "Operations/TasksOperations.g.cs", "Descriptions/TasksDescriptions.g.cs");
    }

    [Fact]
    public void A_module_edited_leaves_the_steps_of_the_others_unchanged()
    {
        _run.Replace(TasksPath, "summary: Completes a task.", "summary: Completes the task.")
            .ExpectReasons(
                (PipelineSteps.ReadManifestFiles, [Cached, Cached, Cached, Modified]),
                (PipelineSteps.ParseManifestFiles, [Cached, Cached, Cached, Modified]),
                (PipelineSteps.BindManifest, [Modified]),
                (PipelineSteps.SelectSdk, [Modified]),
                (PipelineSteps.SelectHandlers, [Unchanged, Unchanged, Unchanged, Unchanged, Modified]),
                (PipelineSteps.SelectModules, [Unchanged, Modified]),
                (PipelineSteps.SelectDescriptions, [Unchanged, Modified]),
                (PipelineSteps.SelectClients, [Unchanged, Modified]));
    }

    [Theory]
    [InlineData("amocrm_complete_task", "amocrm_finish_task")]
    [InlineData("  amocrm_complete_task:", "  amocrm_again:\n    client: Tasks\n    method: Again\n    summary: Does it again.\n    endpoint: GET /api/v4/companies\n    effect: read\n    retry: safe\n    returns: { nothing: true }\n    envelope: { output: x }\n    checked: [docs]\n  amocrm_complete_task:")]
    public void The_table_changes_when_a_name_comes_or_is_renamed(string old, string with)
    {
        Assert.Contains("HandlerTable.g.cs", _run.Replace(TasksPath, old, with).ChangedFiles);
    }

    [Fact]
    public void The_table_changes_when_a_name_goes()
    {
        var without = Tasks[..Tasks.IndexOf("  amocrm_complete_task:", StringComparison.Ordinal)] + "  {}\n";

        Assert.Contains("HandlerTable.g.cs", _run.Edit(TasksPath, without).ChangedFiles);
    }

    [Fact]
    public void A_model_edited_changes_its_own_files_and_the_schemas_of_models()
    {
        _run.Replace(ModelsPath, "name: { type: string?, summary: Name. }\n      kind", "name: { type: string?, summary: Its name. }\n      kind")
            .ExpectChangedFiles("Models/Company.g.cs", "Schemas/ModelSchemas.g.cs");
    }

    [Fact]
    public void A_field_added_changes_reader_and_writer_too()
    {
        _run.Replace(ModelsPath, "      tags:", "      site: { type: string?, summary: Web site. }\n      tags:")
            .ExpectChangedFiles("Models/Company.g.cs", "Models/Company.Json.g.cs", "Schemas/ModelSchemas.g.cs");
    }

    [Fact]
    public void An_enum_edited_changes_its_own_file_and_the_schemas_that_name_it()
    {
        _run.Replace(ModelsPath, "large: { summary: Large. }", "large: { summary: Large. }\n      huge: { summary: Huge. }")
            .ExpectChangedFiles("Enums/CompanyKind.g.cs", "Descriptions/CompaniesDescriptions.g.cs", "Schemas/ModelSchemas.g.cs");
    }

    [Fact]
    public void An_enum_value_described_anew_changes_its_own_file_only()
    {
        _run.Replace(ModelsPath, "small: { summary: Small. }", "small: { summary: A small one. }")
            .ExpectChangedFiles("Enums/CompanyKind.g.cs");
    }

    [Fact]
    public void A_model_edited_leaves_modules_clients_and_the_table_unchanged()
    {
        _run.Replace(ModelsPath, "name: { type: string?, summary: Name. }\n      kind", "name: { type: string?, summary: Its name. }\n      kind")
            .ExpectReasons(
                (PipelineSteps.ReadManifestFiles, [Cached, Cached, Cached, Modified]),
                (PipelineSteps.ParseManifestFiles, [Cached, Cached, Cached, Modified]),
                (PipelineSteps.BindManifest, [Modified]),
                (PipelineSteps.SelectSdk, [Modified]),
                (PipelineSteps.SelectModels, [Modified, Unchanged, Unchanged]),
                (PipelineSteps.SelectModelSchemas, [Modified]));
    }

    [Theory]
    [InlineData("amocrm_get_company:\n\n\n")]
    [InlineData("amocrm_get_company:\n    # a comment\n")]
    public void White_space_and_comments_change_no_output(string with)
    {
        _run.Replace(HandlersPath, "amocrm_get_company:\n", with)
            .ExpectReasons(
                (PipelineSteps.ReadManifestFiles, [Cached, Cached, Cached, Modified]),
                (PipelineSteps.ParseManifestFiles, [Cached, Cached, Cached, Modified]))
            .ExpectChangedFiles();
    }

    [Fact]
    public void White_space_above_a_mistake_moves_the_error_and_changes_no_output()
    {
        var broken = GeneratorHarness.Generate(SoundManifest.With(HandlersPath, "default: small", "default: smal"));

        var edited = broken.Replace(HandlersPath, "module: companies\n", "# above\nmodule: companies\n");

        edited.ExpectChangedFiles();
        Assert.Equal(
            broken.Diagnostics.Single().Location.GetLineSpan().StartLinePosition.Line + 1,
            edited.Result.Diagnostics.Single().Location.GetLineSpan().StartLinePosition.Line);
        Assert.All(RunReasons.Of(edited.Result, PipelineSteps.SelectSdk), reason => Assert.Equal(Unchanged, reason));
    }

    [Fact]
    public void Every_step_runs_for_a_manifest_with_a_mistake()
    {
        var run = GeneratorHarness.Generate(SoundManifest.With(HandlersPath, "default: small", "default: smal"));

        Assert.All(PipelineStepNames.All, step => Assert.NotEmpty(RunReasons.Of(run.Result, step)));
    }
}
