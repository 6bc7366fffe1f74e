namespace AmoCrm.Sdk.Generators.Model;

/// <summary>One item of a body array.</summary>
/// <param name="SelectorMember">The constant member that the selector <c>[k=v]</c> makes; null for <c>[]</c>.</param>
/// <param name="SelectorValue">Its value.</param>
/// <param name="RepeatsParam">The param whose elements each make one such item; null for a single item.</param>
/// <param name="Value">The item: an object, or a param when the array holds plain values or the resolved custom fields.</param>
internal sealed record BodyItem(string? SelectorMember, string? SelectorValue, string? RepeatsParam, BodyNode Value);
