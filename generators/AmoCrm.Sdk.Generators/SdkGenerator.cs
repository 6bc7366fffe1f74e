using AmoCrm.Sdk.Generators.Binding;
using AmoCrm.Sdk.Generators.Emitting;
using AmoCrm.Sdk.Generators.Model;
using AmoCrm.Sdk.Generators.Parsing;
using AmoCrm.Sdk.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace AmoCrm.Sdk.Generators;

/// <summary>Emits AmoCrm.Sdk from the manifest. This is the table of contents; each step is a folder.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class SdkGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var manifest = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (input, cancellationToken) => ManifestFileReader.Read(input.Left, input.Right, cancellationToken)).WithTrackingName(PipelineSteps.ReadManifestFiles)
            .Where(static file => file is not null)
            .Select(static (file, cancellationToken) => YamlFileParser.Parse(file!, cancellationToken)).WithTrackingName(PipelineSteps.ParseManifestFiles)
            .Collect()
            .Select(static (files, cancellationToken) => ManifestBinder.Bind(files, cancellationToken)).WithTrackingName(PipelineSteps.BindManifest);

        // Two outputs that part here: places in the YAML go no further than the diagnostics.
        var diagnostics = manifest.SelectMany(static (bound, _) => bound.Diagnostics).WithTrackingName(PipelineSteps.ReportDiagnostics);
        var sdk = manifest.Select(static (bound, _) => bound.Sdk).WithTrackingName(PipelineSteps.SelectSdk);

        var models = sdk.SelectMany(static (model, _) => model.Models).WithTrackingName(PipelineSteps.SelectModels);
        var enums = sdk.SelectMany(static (model, _) => model.Enums).WithTrackingName(PipelineSteps.SelectEnums);
        var modules = sdk.SelectMany(static (model, _) => model.Modules).WithTrackingName(PipelineSteps.SelectModules);
        var handlers = sdk.SelectMany(static (model, _) => model.Modules.SelectMany(static module => module.Handlers)).WithTrackingName(PipelineSteps.SelectHandlers);
        var schemas = sdk.SelectMany(static (model, _) => SdkSelections.Descriptions(model)).WithTrackingName(PipelineSteps.SelectDescriptions);
        var modelSchemas = sdk.Select(static (model, _) => SdkSelections.ModelSchemas(model)).WithTrackingName(PipelineSteps.SelectModelSchemas);
        var clients = sdk.SelectMany(static (model, _) => model.Clients).WithTrackingName(PipelineSteps.SelectClients);
        var table = sdk.Select(static (model, _) => SdkSelections.HandlerTable(model)).WithTrackingName(PipelineSteps.SelectHandlerTable);
        var nouns = sdk.Select(static (model, _) => SdkSelections.ClientNouns(model)).WithTrackingName(PipelineSteps.SelectClientNouns);
        var jsonTypes = sdk.Select(static (model, _) => SdkSelections.JsonTypes(model)).WithTrackingName(PipelineSteps.SelectJsonTypes);

        context.RegisterSourceOutput(diagnostics, static (output, diagnostic) => output.ReportDiagnostic(diagnostic.ToDiagnostic()));

        context.RegisterSourceOutput(models, static (output, model) => output.Add(ModelEmitter.Emit(model), ModelJsonEmitter.Emit(model)));
        context.RegisterSourceOutput(enums, static (output, item) => output.Add(EnumEmitter.Emit(item)));
        context.RegisterSourceOutput(handlers, static (output, handler) => output.Add(RequestEmitter.Emit(handler), ArgumentsEmitter.Emit(handler)));
        context.RegisterSourceOutput(handlers, static (output, handler) => output.Add(ResultEmitter.Emit(handler), ResultJsonEmitter.Emit(handler)));
        context.RegisterSourceOutput(clients, static (output, client) => output.Add(ClientInterfaceEmitter.Emit(client), ClientEmitter.Emit(client)));
        context.RegisterSourceOutput(modules, static (output, module) => output.Add(OperationsEmitter.Emit(module), HandlersEmitter.Emit(module)));
        context.RegisterSourceOutput(schemas, static (output, module) => output.Add(DescriptionsEmitter.Emit(module)));
        context.RegisterSourceOutput(modelSchemas, static (output, input) => output.Add(ModelSchemasEmitter.Emit(input)));
        context.RegisterSourceOutput(table, static (output, input) => output.Add(HandlerTableEmitter.Emit(input)));
        context.RegisterSourceOutput(nouns, static (output, input) => output.Add(ClientPropertiesEmitter.EmitInterface(input), ClientPropertiesEmitter.EmitClass(input)));
        context.RegisterSourceOutput(jsonTypes, static (output, input) => output.Add(JsonTypeInfoResolverEmitter.Emit(input)));
    }
}
