namespace AmoCrm.Sdk.Generators.Model;

/// <summary>What a handler answers.</summary>
internal enum ReturnsKind
{
    Entity,
    Page,
    List,
    Created,
    Updated,
    Nothing,
    Result,
}
