using System.Net;
using System.Net.Http.Headers;
using AmoCrm.Cli.Output;
using AmoCrm.Cli.Tests.TestSupport;

namespace AmoCrm.Cli.Tests.Commands;

public sealed class EmulatorCommandTests
{
    [Fact]
    public async Task It_prints_where_it_listens_and_a_token_and_stops_when_cancelled()
    {
        using var stop = new CancellationTokenSource();
        await using var text = new StringWriter();
        await using var output = TextWriter.Synchronized(text);
        var running = AmocrmCommand.InvokeAsync(["emulator"], new CliConsole(output, TextWriter.Null, TextReader.Null, IsTerminal: false), stop.Token);
        var (address, token) = await ReadAnnouncementAsync(() => Read(output, text));

        using (var http = new HttpClient { BaseAddress = address })
        {
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri("/api/v4/account", UriKind.Relative))).StatusCode);
        }

        await stop.CancelAsync();
        Assert.Equal(ExitCodes.Success, await running);
        using var after = new HttpClient { BaseAddress = address };
        await Assert.ThrowsAsync<HttpRequestException>(() => after.GetAsync(new Uri("/api/v4/account", UriKind.Relative)));
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
