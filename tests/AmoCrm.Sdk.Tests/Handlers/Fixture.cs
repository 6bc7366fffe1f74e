namespace AmoCrm.Sdk.Tests.Handlers;

/// <summary>Reads recorded-shape answers: our own names and numbers in the shapes of the official samples.</summary>
internal static class Fixture
{
    /// <summary>The text itself when it is JSON, else the file of that name.</summary>
    public static string Read(string textOrName) =>
        textOrName.AsSpan().TrimStart() is ['{' or '[' or '<', ..] ? textOrName : RepositoryFiles.Read($"tests/AmoCrm.Sdk.Tests/Handlers/Fixtures/{textOrName}");
}
