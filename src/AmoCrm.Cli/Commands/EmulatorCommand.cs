using System.CommandLine;
using System.Globalization;
using AmoCrm.Cli.Output;
using AmoCrm.Emulator;

namespace AmoCrm.Cli.Commands;

/// <summary><c>amocrm emulator</c>: runs an amoCRM on loopback until Ctrl-C.</summary>
internal sealed class EmulatorCommand(CliConsole console) : ICliCommand
{
    private const string DefaultRedirectUri = "http://127.0.0.1:8765/callback";

    private readonly Option<int> _port = new("--port")
    {
        Description = "The port on 127.0.0.1; 0 takes a free one.",
        HelpName = "N",
        DefaultValueFactory = static _ => 0,
        CustomParser = static result =>
        {
            if (ushort.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var port))
            {
                return port;
            }

            result.AddError($"--port takes a number from 0 to 65535, not '{result.Tokens[0].Value}'.");
            return 0;
        },
    };

    private readonly Option<Uri> _redirectUri = new("--redirect-uri")
    {
        Description = "The redirect URI of the emulator's integration: where its consent page leads to. 'amocrm login' listens at the one it has by default.",
        HelpName = "URI",
        DefaultValueFactory = static _ => new Uri(DefaultRedirectUri),
        CustomParser = static result =>
        {
            if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var uri))
            {
                return uri;
            }

            result.AddError($"--redirect-uri takes an absolute URI such as {DefaultRedirectUri}.");
            return null;
        },
    };

    private readonly Option<EmulatorLatency> _latency = new("--latency")
    {
        Description = "How long every answer is held back, in milliseconds; with two numbers, a time between them.",
        HelpName = "MS[-MS]",
        CustomParser = static result =>
        {
            var numbers = result.Tokens[0].Value.Split('-');
            if (numbers.Length <= 2 && ushort.TryParse(numbers[0], NumberStyles.None, CultureInfo.InvariantCulture, out var minimum)
                && ushort.TryParse(numbers[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var maximum) && minimum <= maximum)
            {
                return new EmulatorLatency { Minimum = TimeSpan.FromMilliseconds(minimum), Maximum = TimeSpan.FromMilliseconds(maximum) };
            }

            result.AddError($"--latency takes milliseconds up to 65535 such as 200 or 100-500, not '{result.Tokens[0].Value}'.");
            return null;
        },
    };

    private readonly Option<double> _fail = new("--fail")
    {
        Description = "How many percent of the API's requests are answered with 503 and not executed.",
        HelpName = "PERCENT",
        CustomParser = static result =>
        {
            if (double.TryParse(result.Tokens[0].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent <= 100)
            {
                return percent;
            }

            result.AddError($"--fail takes a number from 0 to 100, not '{result.Tokens[0].Value}'.");
            return 0;
        },
    };

    private readonly Option<bool> _empty = new("--empty") { Description = "Start with an empty account instead of the demo data." };
    private readonly Option<bool> _noLimits = new("--no-limits") { Description = "Do not enforce 7 requests a second per integration and 50 per account." };

    public Command Create(CommandHelp help)
    {
        var command = new Command("emulator", "Runs an emulator of amoCRM on this machine until Ctrl-C.") { _port, _redirectUri, _empty, _noLimits, _latency, _fail };
        command.SetAction(RunAsync);
        help.Add(command, "amocrm emulator", "amocrm emulator --port 8085 --no-limits", "amocrm emulator --latency 100-500 --fail 5");
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var options = Options(parsed);
        var crm = await AmoCrmEmulator.StartAsync(options, cancellationToken).ConfigureAwait(false);
        await using (crm.ConfigureAwait(false))
        {
            await console.Out.WriteLineAsync($"base url  {crm.BaseAddress}").ConfigureAwait(false);
            await console.Out.WriteLineAsync($"host      {crm.Host}").ConfigureAwait(false);
            await console.Out.WriteLineAsync($"token     {crm.AccessToken}").ConfigureAwait(false);
            await console.Out.WriteLineAsync($"redirect  {crm.RedirectUri}").ConfigureAwait(false);
            await console.Out.WriteLineAsync($"try       amocrm call amocrm_list_companies --emulator {crm.BaseAddress}").ConfigureAwait(false);
            await console.Out.WriteLineAsync($"or        amocrm login --emulator {crm.BaseAddress} --settings try.json").ConfigureAwait(false);
            await console.Out.WriteLineAsync("Ctrl-C stops it; nothing is kept.").ConfigureAwait(false);
            await console.Out.FlushAsync(cancellationToken).ConfigureAwait(false);
            await WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        return ExitCodes.Success;
    }

    private AmoCrmEmulatorOptions Options(ParseResult parsed)
    {
        var options = new AmoCrmEmulatorOptions
        {
            Port = parsed.GetValue(_port),
            RedirectUri = parsed.GetValue(_redirectUri)!.OriginalString,
            Seed = !parsed.GetValue(_empty),
            EnforceLimits = !parsed.GetValue(_noLimits),
        };
        if (parsed.GetValue(_latency) is { } latency)
        {
            options.Latencies.Add(latency);
        }

        if (parsed.GetValue(_fail) is > 0 and var percent)
        {
            options.Faults.Add(new EmulatorFault { Path = "/api/*", Count = int.MaxValue, Probability = percent / 100 });
        }

        return options;
    }

    // Stopping is what the command is waiting for: not an error.
    private static async Task WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
        }
    }
}
