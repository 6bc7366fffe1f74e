using System.Runtime;
using AmoCrm.Emulator;
using AmoCrm.Sdk.Soak.Workers;

namespace AmoCrm.Sdk.Soak.Load;

/// <summary>The child's end: an emulator that says what it counted whenever it is asked. It ends with its standard input.</summary>
internal static class EmulatorHost
{
    public static async Task RunAsync(TextReader input, TextWriter output)
    {
        if (await input.ReadLineAsync() is not { } first)
        {
            return;
        }

        await using var emulator = await StartAsync(WorkerMessages.Read<EmulatorSetup>(first));
        do
        {
            var counts = emulator.Counts;
            var figures = new EmulatorFigures(
                emulator.BaseAddress, emulator.Host, emulator.AccessToken, emulator.ClientId, counts.Requests, counts.Refused, counts.MostInOneSecond);
            await output.WriteLineAsync(WorkerMessages.Write(figures));
            await output.FlushAsync();
        }
        while (await input.ReadLineAsync() is not null);
    }

    private static async Task<AmoCrmEmulator> StartAsync(EmulatorSetup setup)
    {
        var emulator = await AmoCrmEmulator.StartAsync(new AmoCrmEmulatorOptions { EnforceLimits = setup.EnforceLimits, RecordRequests = false, Seed = setup.Contacts == 0 });
        emulator.AddEntities("contacts", setup.Contacts, static number => $"Контакт {number}");

        // A collection that stops it for a tenth of a second has requests arrive together that left apart: that would be its fault, and be counted against the limiter.
        GCSettings.LatencyMode = GCLatencyMode.SustainedLowLatency;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
        if (setup.LatencyMilliseconds > 0)
        {
            emulator.AddLatency(new EmulatorLatency { Minimum = TimeSpan.FromMilliseconds(setup.LatencyMilliseconds) });
        }

        return emulator;
    }
}
