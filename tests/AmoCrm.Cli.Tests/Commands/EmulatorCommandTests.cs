using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using AmoCrm.Cli.Output;
using AmoCrm.Cli.Tests.TestSupport;

namespace AmoCrm.Cli.Tests.Commands;

public sealed class EmulatorCommandTests
{
    private static readonly Uri Account = new("/api/v4/account", UriKind.Relative);

    [Fact]
    public async Task It_prints_where_it_listens_and_a_token_and_stops_when_cancelled()
    {
        var address = await UseAsync(["emulator"], async http => Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(Account)).StatusCode));

        using var after = new HttpClient { BaseAddress = address };
        await Assert.ThrowsAsync<HttpRequestException>(() => after.GetAsync(Account));
    }

    [Fact]
    public async Task Answers_are_held_back_and_fail_as_often_as_it_was_told() =>
        await UseAsync(["emulator", "--latency", "150-200", "--fail", "100"], async http =>
        {
            var clock = Stopwatch.StartNew();
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await http.GetAsync(Account)).StatusCode);
            // A timer may be early by its own grain.
            Assert.InRange(clock.Elapsed, TimeSpan.FromMilliseconds(120), TimeSpan.FromMinutes(1));
            Assert.Equal(HttpStatusCode.MethodNotAllowed, (await http.GetAsync(new Uri("/oauth2/access_token", UriKind.Relative))).StatusCode);
            var fault = JsonNode.Parse(await http.GetStringAsync(new Uri("/_emulator/faults", UriKind.Relative)))!["faults"]![0]!;
            Assert.Equal(int.MaxValue, fault["count"]!.GetValue<int>());
        });

    [Fact]
    public async Task The_percentage_is_a_probability_and_one_number_is_an_exact_latency() =>
        await UseAsync(["emulator", "--latency", "1", "--fail", "12.5"], async http =>
        {
            var faults = JsonNode.Parse(await http.GetStringAsync(new Uri("/_emulator/faults", UriKind.Relative)))!["faults"]![0]!;
            var latency = JsonNode.Parse(await http.GetStringAsync(new Uri("/_emulator/latencies", UriKind.Relative)))!["latencies"]![0]!;
            Assert.Equal((0.125, 503, "/api/*"), (faults["probability"]!.GetValue<double>(), faults["status"]!.GetValue<int>(), faults["path"]!.ToString()));
            Assert.Equal((1, 1), (latency["minimum_ms"]!.GetValue<double>(), latency["maximum_ms"]!.GetValue<double>()));
        });

    [Theory]
    [InlineData("--latency", "x")]
    [InlineData("--latency", "5-4")]
    [InlineData("--latency", "1-2-3")]
    [InlineData("--latency", "70000")]
    [InlineData("--fail", "101")]
    [InlineData("--fail", "-1")]
    [InlineData("--fail", "NaN")]
    public async Task A_latency_or_percentage_that_is_none_is_refused(string option, string value)
    {
        var result = await AmocrmCli.RunAsync("emulator", option, value);

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains(option + " takes", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("65536")]
    [InlineData("http")]
    public async Task A_port_that_is_none_is_refused(string port)
    {
        var result = await AmocrmCli.RunAsync("emulator", "--port", port);

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.NotEmpty(result.Error);
    }

    /// <summary>Starts the command, gives a client with its token, and stops it.</summary>
    private static async Task<Uri> UseAsync(string[] arguments, Func<HttpClient, Task> use)
    {
        using var stop = new CancellationTokenSource();
        await using var text = new StringWriter();
        await using var output = TextWriter.Synchronized(text);
        var running = AmocrmCommand.InvokeAsync(arguments, new CliConsole(output, TextWriter.Null, TextReader.Null, IsTerminal: false), stop.Token);
        var (address, token) = await ReadAnnouncementAsync(() => Read(output, text));
        using (var http = new HttpClient { BaseAddress = address })
        {
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            await use(http);
        }

        await stop.CancelAsync();
        Assert.Equal(ExitCodes.Success, await running);
        return address;
    }

    private static async Task<(Uri Address, string Token)> ReadAnnouncementAsync(Func<string> read)
    {
        for (var attempt = 0; attempt < 600; attempt++)
        {
            var values = read().Split('\n').Select(line => line.Split(' ', 2)).Where(words => words.Length == 2).ToLookup(words => words[0], words => words[1].Trim(), StringComparer.Ordinal);
            if (values.Contains("Ctrl-C"))
            {
                return (new Uri(values["base"].Single().Replace("url", "", StringComparison.Ordinal).Trim()), values["token"].Single());
            }

            await Task.Delay(50);
        }

        throw new TimeoutException($"The emulator did not announce itself:\n{read()}");
    }

    // A synchronized writer locks itself: under the same lock nobody writes.
    private static string Read(TextWriter synchronized, StringWriter text)
    {
        lock (synchronized)
        {
            return text.ToString();
        }
    }
}
