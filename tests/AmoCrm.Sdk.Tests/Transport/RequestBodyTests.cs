using System.Net;
using System.Text;
using AmoCrm.Sdk.Tests.TestSupport;

namespace AmoCrm.Sdk.Tests.Transport;

/// <summary>The body as handlers of the user's own meet it.</summary>
public sealed class RequestBodyTests
{
    private const string Json = """[{"name":"ООО «Тест»"}]""";

    /// <summary>A handler that logs bodies.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_create_whose_body_a_handler_has_read_is_sent(bool isStream)
    {
        var read = "";
        var (_, sent) = await SendAsync(async (request, cancellationToken) =>
        {
            read = isStream
                ? await new StreamReader(await request.Content!.ReadAsStreamAsync(cancellationToken)).ReadToEndAsync(cancellationToken)
                : await request.Content!.ReadAsStringAsync(cancellationToken);
            return new HttpResponseMessage(HttpStatusCode.OK);
        });
        Assert.Equal(Json, read);
        Assert.Equal(Json, sent);
    }

    [Fact]
    public async Task A_create_whose_body_was_read_may_have_been_carried_out()
    {
        await Assert.ThrowsAsync<AmoCrmOutcomeUnknownException>(() => SendAsync(static async (request, cancellationToken) =>
        {
            await request.Content!.ReadAsStreamAsync(cancellationToken);
            throw new HttpRequestException("broken");
        }));
    }

    /// <summary>A handler that blocks its thread.</summary>
    [Fact]
    public async Task A_create_whose_body_is_sent_synchronously_is_sent_and_may_have_been_carried_out()
    {
        using var sent = new MemoryStream();
        await Assert.ThrowsAsync<AmoCrmOutcomeUnknownException>(() => SendAsync((request, cancellationToken) =>
        {
            request.Content!.CopyTo(sent, context: null, cancellationToken);
            throw new HttpRequestException("broken");
        }));
        Assert.Equal(Json, Encoding.UTF8.GetString(sent.ToArray()));
    }

    [Fact]
    public async Task A_handler_that_sends_a_create_again_is_told_why_it_must_not()
    {
        var exception = await Assert.ThrowsAsync<AmoCrmOutcomeUnknownException>(() => SendAsync(static async (request, cancellationToken) =>
        {
            await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
            return new HttpResponseMessage(HttpStatusCode.OK);
        }));
        Assert.Contains(Chain(exception), static cause => cause is IOException && cause.Message.Contains("carried out twice", StringComparison.Ordinal));

        static IEnumerable<Exception> Chain(Exception? cause)
        {
            for (; cause is not null; cause = cause.InnerException)
            {
                yield return cause;
            }
        }
    }

    /// <summary>Over HTTP/2 .NET gives an answer that comes early to the caller while such a body is still being sent, and its memory is used again then.</summary>
    [Fact]
    public async Task The_body_is_of_a_kind_that_is_sent_to_its_end()
    {
        HttpContent? body = null;
        await SendAsync((request, _) =>
        {
            body = request.Content;
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK));
        });
        Assert.IsType<ByteArrayContent>(body, exactMatch: false);
    }

    private static async Task<(AmoCrmResponse Response, string Sent)> SendAsync(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> handle)
    {
        var sent = "";
        var test = new TestClient(options => options.HttpMessageHandler = new Handler(async (request, cancellationToken) =>
        {
            var response = await handle(request, cancellationToken);
            using var copy = new MemoryStream();
            await request.Content!.CopyToAsync(copy, cancellationToken);
            sent = Encoding.UTF8.GetString(copy.ToArray());
            response.RequestMessage = request;
            return response;
        }));
        var answer = await test.Client.SendAsync(new AmoCrmRequest(HttpMethod.Post, "/api/v4/companies") { Body = Encoding.UTF8.GetBytes(Json) });
        return (answer, sent);
    }

    private sealed class Handler(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> handle) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => handle(request, cancellationToken);
    }
}
