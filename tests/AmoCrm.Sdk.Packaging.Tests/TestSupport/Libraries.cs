namespace AmoCrm.Sdk.Packaging.Tests.TestSupport;

/// <summary>The packages that hold a library, for theories.</summary>
public static class Libraries
{
    public static TheoryData<string> OfTheSdk => ["AmoCrm.Sdk", "AmoCrm.Sdk.Hosting", "AmoCrm.Sdk.MongoDB", "AmoCrm.Sdk.Redis"];

    /// <summary>Each with a framework that it is for; the SDK with both.</summary>
    public static TheoryData<string, string> WithFramework => new()
    {
        { "AmoCrm.Sdk", "net8.0" },
        { "AmoCrm.Sdk", "net10.0" },
        { "AmoCrm.Sdk.Hosting", "net10.0" },
        { "AmoCrm.Sdk.MongoDB", "net10.0" },
        { "AmoCrm.Sdk.Redis", "net10.0" },
        { "AmoCrm.Emulator", "net10.0" },
    };
}
