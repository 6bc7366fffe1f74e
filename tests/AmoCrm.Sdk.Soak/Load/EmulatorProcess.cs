namespace AmoCrm.Sdk.Soak.Load;

/// <summary>An emulator in a process of its own: its memory and its threads are not those of what is measured.</summary>
internal sealed class EmulatorProcess : IAsyncDisposable
{
    /// <summary>The argument that makes this program one.</summary>
    public const string Argument = "--emulator";

    private readonly ChildProcess _process;
    private readonly EmulatorFigures _start;

    private EmulatorProcess(ChildProcess process, EmulatorFigures start)
    {
        _process = process;
        _start = start;
    }

    public static async Task<EmulatorProcess> StartAsync(EmulatorSetup setup)
    {
        var process = ChildProcess.Start(Argument, ("DOTNET_GCgen0size", "10000000"));
        return new EmulatorProcess(process, await process.AskAsync<EmulatorSetup, EmulatorFigures>(setup));
    }

    public Task<EmulatorFigures> CountAsync() => _process.AskAsync<string, EmulatorFigures>("count");

    public AmoCrmClientOptions Options() => Options(_start);

    public LoadSetup Load(string? redis, int callers, TimeSpan time, TimeSpan window) => new(_start, redis, callers, time, window);

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    public static AmoCrmClientOptions Options(EmulatorFigures emulator) => new()
    {
        SettingsResolver = new StaticSettingsResolver(new AmoCrmSettings { Subdomain = emulator.Host, ClientId = emulator.ClientId, AccessToken = emulator.AccessToken }),
        EmulatorAddress = emulator.Address,
    };
}
