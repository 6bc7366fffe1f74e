using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using AmoCrm.Sdk.Benchmarks.StartPlain;

// The first call after the start of a process, against the server whose address is given: prints its milliseconds.
var started = Stopwatch.GetTimestamp();
using var http = new HttpClient { BaseAddress = new Uri(args[0]) };
http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "benchmark-token");
var lead = await http.GetFromJsonAsync("api/v4/leads/3912188", LeadJsonContext.Default.Lead).ConfigureAwait(false);
Console.WriteLine(Stopwatch.GetElapsedTime(started).TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
return lead?.Name is { Length: > 0 } ? 0 : 1;
