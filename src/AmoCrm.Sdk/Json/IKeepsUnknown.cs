namespace AmoCrm.Sdk.Json;

/// <summary>A model that keeps the members that it does not declare.</summary>
internal interface IKeepsUnknown
{
    AdditionalData? AdditionalData { get; }
}
