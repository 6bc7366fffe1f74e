using AmoCrm.Sdk.Generators.Tests.TestSupport;

namespace AmoCrm.Sdk.Generators.Tests.Diagnostics;

/// <summary>A mistake: the sound manifest with one text replaced by one that marks where the mistake is reported.</summary>
/// <param name="Id">The id it is reported with.</param>
/// <param name="Path">The file it is in.</param>
/// <param name="Old">What is replaced.</param>
/// <param name="With">What is there instead, with the marked place.</param>
/// <param name="Message">A part of the message: what is wrong with which name, or the remedy.</param>
public sealed record DiagnosticCase(string Id, string Path, string Old, string With, string Message)
{
    public (string Path, string Text)[] Files() => SoundManifest.With(Path, Old, With);

    public override string ToString() => $"{Id} {With.Trim()}";
}
