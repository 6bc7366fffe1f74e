using System.Net;
using AmoCrm.Cli.Login;
using AmoCrm.Cli.Tests.TestSupport;
using AmoCrm.Sdk;
using Microsoft.Extensions.Time.Testing;

namespace AmoCrm.Cli.Tests.Login;

public sealed class RedirectListenerTests
{
    [Fact]
    public async Task Nobody_who_comes_is_waited_for_as_long_as_was_said()
    {
        var time = new FakeTimeProvider();
        await using var listener = await StartAsync(Address(), _ => throw new InvalidOperationException());

        var waiting = listener.WaitAsync(TimeSpan.FromMinutes(5), time, CancellationToken.None);
        time.Advance(TimeSpan.FromMinutes(5));

        var failure = await Assert.ThrowsAsync<CliFailureException>(() => waiting);
        Assert.Contains("within 5 minutes", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST", "/callback?code=1", null, HttpStatusCode.MethodNotAllowed)]
    [InlineData("HEAD", "/callback?code=1", null, HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/callback/?code=1", null, HttpStatusCode.NotFound)]
    [InlineData("GET", "/Callback?code=1", null, HttpStatusCode.NotFound)]
    [InlineData("GET", "/", null, HttpStatusCode.NotFound)]
    [InlineData("GET", "/callback?code=1", "evil.example:80", HttpStatusCode.BadRequest)] // a page elsewhere, by a name of its own
    [InlineData("GET", "/callback?code=1", "localhost", HttpStatusCode.BadRequest)]
    public async Task Only_a_GET_of_the_redirect_URI_itself_is_an_answer(string method, string target, string? host, HttpStatusCode expected)
    {
        var asked = 0;
        var address = Address();
        await using var listener = await StartAsync(address, _ => throw new InvalidOperationException($"asked {++asked} times"));
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(address.Uri, target)) { Headers = { Host = host } };

        using var answer = await http.SendAsync(request);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal(0, asked);
    }

    [Fact]
    public async Task A_failure_is_the_answer_and_the_page_does_not_tell_what_the_terminal_tells()
    {
        var address = Address();
        await using var listener = await StartAsync(address, _ => throw new InvalidOperationException("canary"));
        using var http = new HttpClient();

        using var answer = await http.GetAsync(new Uri(address.Uri, "?code=1"));
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => listener.WaitAsync(TimeSpan.FromMinutes(5), TimeProvider.System, CancellationToken.None));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain("canary", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("canary", failure.Message);
        Assert.Contains("no-referrer", answer.Headers.GetValues("Referrer-Policy"));
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task A_code_that_is_being_exchanged_is_waited_for_though_the_time_is_up_or_the_person_gives_up()
    {
        var exchange = new TaskCompletionSource<AmoCrmAuthorizationResult>();
        var begun = new TaskCompletionSource();
        var address = Address();
        await using var listener = await StartAsync(address, _ =>
        {
            begun.SetResult();
            return exchange.Task;
        });
        using var stop = new CancellationTokenSource();
        using var http = new HttpClient();
        var waiting = listener.WaitAsync(TimeSpan.FromMinutes(5), TimeProvider.System, stop.Token);
        var visit = http.GetAsync(new Uri(address.Uri, "?code=1"));
        await begun.Task;

        await stop.CancelAsync();
        exchange.SetException(new AmoCrmAuthorizationException(AmoCrmAuthorizationFailure.CodeRefused, "too old"));

        var failure = await Assert.ThrowsAsync<AmoCrmAuthorizationException>(() => waiting);
        Assert.Equal("too old", failure.Message);
        using var answer = await visit;
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Localhost_is_listened_at_by_its_name()
    {
        var address = Address("localhost");
        await using var listener = await StartAsync(address, _ => throw new AmoCrmAuthorizationException(AmoCrmAuthorizationFailure.StateUnknown, "not ours"));
        using var http = new HttpClient();

        using var answer = await http.GetAsync(new Uri(address.Uri, "?code=1"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("not ours", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static LoopbackAddress Address(string host = "127.0.0.1") => new(new Uri($"http://{host}:{FreePort.Find()}/callback"));

    private static Task<RedirectListener> StartAsync(LoopbackAddress address, Func<Uri, Task<AmoCrmAuthorizationResult>> complete) =>
        RedirectListener.StartAsync(address, complete, CancellationToken.None);
}
