namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>One emitted file.</summary>
/// <param name="HintName">Its folder and name, for example <c>Models/Company.g.cs</c>.</param>
/// <param name="Text">Its text, with <c>\n</c> line ends.</param>
internal sealed record SourceFile(string HintName, string Text);
