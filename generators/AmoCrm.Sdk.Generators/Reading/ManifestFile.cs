namespace AmoCrm.Sdk.Generators.Reading;

/// <summary>A file of the manifest as a value: equal text is equal input, whichever object the compiler holds it in.</summary>
internal sealed record ManifestFile(string Path, string Text);
