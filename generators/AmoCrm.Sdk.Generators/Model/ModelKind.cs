namespace AmoCrm.Sdk.Generators.Model;

/// <summary>What a model is for.</summary>
internal enum ModelKind
{
    Entity,
    Value,
    Query,
    Result,
}
