using System.IO.Compression;
using System.Net;
using System.Text;
using AmoCrm.Sdk.Tests.TestSupport;

namespace AmoCrm.Sdk.Tests.Transport;

/// <summary>Answers that are compressed, by amoCRM or by what stands before it.</summary>
public sealed class CompressedAnswerTests
{
    [Fact]
    public async Task Requests_say_what_can_be_unpacked()
    {
        var test = new TestClient();
        test.Http.Answers(200, """{"id":7,"name":"x"}""");
        await GetAsync(test);
        Assert.Equal("gzip", test.LastSent.Headers["Accept-Encoding"]);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("GZIP")]
    public async Task A_compressed_answer_is_read_like_any_other(string encoding)
    {
        var test = new TestClient();
        var name = new string('я', 100_000);
        test.Http.Answers((_, _) => Task.FromResult(Answer(Packed($$"""{"id":7,"name":"{{name}}"}"""), encoding)));
        Assert.Equal(name, (await GetAsync(test))?.Name);
    }

    [Fact]
    public async Task A_compressed_answer_is_read_over_a_real_connection() => Assert.Equal("я", await NameOverConnectionAsync(null));

    [Fact]
    public async Task What_a_handler_unpacked_is_not_unpacked_again()
    {
        using var unpacking = new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All, AllowAutoRedirect = false, UseCookies = false };
        using var watching = new WatchingHandler(unpacking);
        Assert.Equal("я", await NameOverConnectionAsync(watching));
        Assert.Empty(Assert.Single(watching.Encodings));
    }

    [Fact]
    public async Task It_is_the_unpacked_length_that_is_limited()
    {
        var test = new TestClient(options => options.MaxResponseBytes = 10_000);
        var packed = Packed($$"""{"id":7,"name":"{{new string('x', 1_000_000)}}"}""");
        Assert.True(packed.Length < 10_000);
        test.Http.Answers((_, _) => Task.FromResult(Answer(packed, "gzip")));
        var exception = await Assert.ThrowsAsync<AmoCrmInvalidResponseException>(() => GetAsync(test));
        Assert.Contains("MaxResponseBytes", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_unpacked_is_a_broken_connection()
    {
        var test = new TestClient();
        test.Http.Answers((_, _) => Task.FromResult(Answer("""{"id":7,"name":"canary"}"""u8.ToArray(), "gzip")));
        var exception = await Assert.ThrowsAsync<AmoCrmNetworkException>(() => GetAsync(test));
        Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);
    }

    private static Task<Item?> GetAsync(TestClient test) => test.Api.SendAsync(ItemOperations.Get, new ItemArguments(Id: 7), default);

    private static async Task<string?> NameOverConnectionAsync(HttpMessageHandler? handler)
    {
        using var server = new OneByOneServer(static () => { }, Packed("""{"name":"я"}"""));
        await using var amo = new AmoCrmClient(new AmoCrmClientOptions
        {
            EmulatorAddress = server.Address,
            HttpMessageHandler = handler,
            SettingsResolver = new StaticSettingsResolver(new AmoCrmSettings { Subdomain = "mycompany", AccessToken = "token" }),
        }.OneAttempt());
        var response = await amo.SendAsync(new AmoCrmRequest(HttpMethod.Get, "/api/v4/account"));
        return response.EnsureSuccess().Json().GetProperty("name").GetString();
    }

    private static byte[] Packed(string json)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.UTF8.GetBytes(json));
        }

        return packed.ToArray();
    }

    private static HttpResponseMessage Answer(byte[] body, string encoding)
    {
        var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(body) };
        response.Content.Headers.ContentType = new("application/hal+json");
        response.Content.Headers.ContentEncoding.Add(encoding);
        return response;
    }

    /// <summary>Sees what the handler in it leaves to the SDK.</summary>
    private sealed class WatchingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        public List<string> Encodings { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            Encodings.Add(string.Join(',', response.Content.Headers.ContentEncoding));
            return response;
        }
    }
}
