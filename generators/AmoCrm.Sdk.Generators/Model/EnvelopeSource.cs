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

    /// <summary>How many items a list param or custom field input has; 0 when it was not given.</summary>
    ParamCount,
    Constant,
}
