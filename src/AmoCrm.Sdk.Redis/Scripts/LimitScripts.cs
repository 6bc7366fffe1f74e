namespace AmoCrm.Sdk.Redis.Scripts;

/// <summary>The scripts that the server runs, each all at once.</summary>
internal static class LimitScripts
{
    /// <summary>Gives a permit, or says when to ask again.</summary>
    public static string Decide { get; } = Read("decide.lua");

    /// <summary>Begins a permit's window anew.</summary>
    public static string Leave { get; } = Read("leave.lua");

    /// <summary>Takes a permit back.</summary>
    public static string GiveBack { get; } = Read("giveback.lua");

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(LimitScripts).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
