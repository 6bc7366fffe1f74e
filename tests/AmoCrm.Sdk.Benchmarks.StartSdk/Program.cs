using System.Diagnostics;
using System.Globalization;
using AmoCrm.Sdk;

// The first call after the start of a process, against the server whose address is given: prints its milliseconds.
var started = Stopwatch.GetTimestamp();
await using var amo = new AmoCrmClient(new AmoCrmClientOptions
{
    ApplicationName = "start",
    EmulatorAddress = new Uri(args[0]),
    SettingsResolver = new StaticSettingsResolver(new AmoCrmSettings { Subdomain = "example", AccessToken = "benchmark-token" }),
});
var lead = await amo.Leads.GetAsync(3_912_188).ConfigureAwait(false);
Console.WriteLine(Stopwatch.GetElapsedTime(started).TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
return lead?.Name is { Length: > 0 } ? 0 : 1;
