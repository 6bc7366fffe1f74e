namespace AmoCrm.Sdk.Hooks;

/// <summary>
/// Defaults that a constant cannot express, named by the manifest as <c>default: { from: Name }</c>. Emitted code calls <c>{Name}Async</c> for every
/// request, also when a value was given, and sends what it answers. One file a hook.
/// </summary>
internal static partial class DefaultHooks
{
}
