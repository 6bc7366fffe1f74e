namespace AmoCrm.Sdk.Generators.Model;

/// <summary>What a handler does to the account.</summary>
internal enum HandlerEffect
{
    Read,
    Create,
    Update,
    Delete,
}
