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
