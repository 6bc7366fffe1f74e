namespace AmoCrm.Sdk.Generators.Model;

/// <summary>An object of the body; it is written only when one of the params below it is.</summary>
internal sealed record BodyObject(EquatableArray<BodyMember> Members) : BodyNode;
