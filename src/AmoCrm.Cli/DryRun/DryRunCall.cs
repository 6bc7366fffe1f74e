using System.Text.Json.Nodes;
using AmoCrm.Cli.Commands;
using AmoCrm.Cli.Output;
using AmoCrm.Sdk;
using AmoCrm.Sdk.Dispatch;
using AmoCrm.Sdk.Engine;

namespace AmoCrm.Cli.DryRun;

/// <summary>Runs a call up to the wire and prints what would have been sent.</summary>
internal static class DryRunCall
{
    public static async Task<int> RunAsync(CliConsole console, AmoCrmClientOptions options, HandlerDescriptor handler, JsonObject arguments, CancellationToken cancellationToken)
    {
        using var recorder = new RecordingHandler();
        options.HttpMessageHandler = recorder;
        options.EmulatorAddress = null;
        options.SettingsResolver = new ReadOnlySettings(options.SettingsResolver!);
        var engine = await AmoCrmEngine.CreateAsync(options, cancellationToken: cancellationToken).ConfigureAwait(false);
        JsonObject envelope;
        await using (engine.ConfigureAwait(false))
        {
            envelope = await engine.CallHandlerAsync(handler.Name, CallCommand.ToElement(arguments), cancellationToken).ConfigureAwait(false);
        }

        if (recorder.Requests.Count == 0)
        {
            await console.Error.WriteLineAsync(envelope["error"]?.GetValue<string>() ?? "The call sends nothing.").ConfigureAwait(false);
            return ExitCodes.Usage;
        }

        await console.Out.WriteLineAsync(string.Join($"{Environment.NewLine}{Environment.NewLine}", recorder.Requests)).ConfigureAwait(false);
        await console.Error.WriteLineAsync("Nothing was sent.").ConfigureAwait(false);
        if (recorder.HasInventedAnswers)
        {
            await console.Error.WriteLineAsync(
                "Reads that the call depends on were answered with next to nothing: an account in UTC without custom fields, objects with an id only. "
                + "What follows from real answers may differ.").ConfigureAwait(false);
        }

        if (recorder.StoppedAtRead && envelope["error"] is { } error)
        {
            await console.Error.WriteLineAsync($"Here the call stopped, for want of a real answer: {error}").ConfigureAwait(false);
        }

        return ExitCodes.Success;
    }
}
