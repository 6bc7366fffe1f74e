namespace AmoCrm.Sdk.Generators;

/// <summary>The names of the pipeline's steps. Tests find them here, so a new step is tested the day it is added.</summary>
internal static class PipelineSteps
{
    public const string ReadManifestFiles = nameof(ReadManifestFiles);
    public const string ParseManifestFiles = nameof(ParseManifestFiles);
    public const string BindManifest = nameof(BindManifest);
    public const string ReportDiagnostics = nameof(ReportDiagnostics);
    public const string SelectSdk = nameof(SelectSdk);
    public const string SelectModels = nameof(SelectModels);
    public const string SelectEnums = nameof(SelectEnums);
    public const string SelectHandlers = nameof(SelectHandlers);
    public const string SelectModules = nameof(SelectModules);
    public const string SelectDescriptions = nameof(SelectDescriptions);
    public const string SelectModelSchemas = nameof(SelectModelSchemas);
    public const string SelectClients = nameof(SelectClients);
    public const string SelectHandlerTable = nameof(SelectHandlerTable);
    public const string SelectClientNouns = nameof(SelectClientNouns);
    public const string SelectJsonTypes = nameof(SelectJsonTypes);
}
