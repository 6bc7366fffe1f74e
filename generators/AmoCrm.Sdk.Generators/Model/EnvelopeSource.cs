namespace AmoCrm.Sdk.Generators.Model;

/// <summary>Where the value of an envelope's member comes from.</summary>
internal enum EnvelopeSource
{
    Items,
    Count,
    Page,
    Limit,
    HasMore,
    Entity,
    Id,
    Result,
    ResultMember,
    Param,
    Constant,
}
