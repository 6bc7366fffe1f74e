namespace System.CodeDom.Compiler;

/// <summary>
/// Stands where the emitter writes <c>GeneratedCode</c>: analyzers skip what carries that attribute. In its namespace, so
/// that the emitted <c>using</c> is still needed.
/// </summary>
/// <param name="tool">What emitted the member.</param>
/// <param name="version">The version of the tool.</param>
[AttributeUsage(AttributeTargets.All)]
internal sealed class EmittedCodeAttribute(string tool, string version) : Attribute
{
    /// <summary>What emitted the member.</summary>
    public string Tool { get; } = tool;

    /// <summary>The version of the tool.</summary>
    public string Version { get; } = version;
}
