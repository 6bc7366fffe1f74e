using System.Globalization;
using System.Net;
using System.Text;
using AmoCrm.Sdk.Tests.TestSupport;
using Microsoft.Extensions.Time.Testing;

namespace AmoCrm.Sdk.Tests.Transport;

/// <summary>What an answer tells beside its body, and how much of the body is read.</summary>
public sealed class ResponseReaderTests
{
    private static readonly AmoCrmRequest Request = new(HttpMethod.Get, "/api/v4/account") { Handler = "amocrm_get_account" };
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("application/hal+json", "application/hal+json")]
    [InlineData("application/hal+json; charset=utf-8", "application/hal+json")]
    [InlineData("application/json ;charset=utf-8", "application/json")]
    [InlineData(";charset=utf-8", "")]
    [InlineData("no media type", "no media type")]
    [InlineData(null, null)]
    public async Task The_media_type_is_that_of_the_answer_without_its_parameters(string? sent, string? expected)
    {
        var response = await AnsweredAsync(200, ("Content-Type", sent));
        Assert.Equal(expected, response.ContentType);
    }

    [Theory]
    [InlineData("7c1b", "7c1b")]
    [InlineData(null, null)]
    public async Task The_request_id_is_for_the_support(string? sent, string? expected)
    {
        var response = await AnsweredAsync(200, ("X-Request-Id", sent));
        Assert.Equal(expected, response.RequestId);
        Assert.Equal("amocrm_get_account", response.Handler);
    }

    [Theory]
    [InlineData(200, false)]
    [InlineData(401, true)]
    public async Task The_servers_clock_is_read_from_failures(int status, bool isRead)
    {
        var response = await AnsweredAsync(status, ("Date", Now.AddHours(-2).ToString("R", CultureInfo.InvariantCulture)));
        Assert.Equal(isRead ? Now.AddHours(-2) : null, response.ServerTime);
    }

    [Theory]
    [InlineData("30", 30)]
    [InlineData("0", 0)]
    [InlineData("Sun, 22 Nov 2026 12:00:45 GMT", 45)]
    [InlineData("Sun, 22 Nov 2026 11:59:00 GMT", 0)]
    [InlineData("soon", null)]
    [InlineData(null, null)]
    public async Task A_pause_that_is_asked_for_is_seconds_or_a_time_and_never_negative(string? sent, int? seconds)
    {
        var response = await AnsweredAsync(429, ("Retry-After", sent));
        Assert.Equal(seconds is { } expected ? TimeSpan.FromSeconds(expected) : null, response.RetryAfter);
    }

    [Fact]
    public async Task An_encoding_that_changes_nothing_is_none()
    {
        var response = await AnsweredAsync(200, ("Content-Encoding", "identity"));
        Assert.Equal("{}", Encoding.UTF8.GetString(response.Body.Span));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_as_long_as_allowed_is_taken(bool tellsLength)
    {
        var response = await ReadAsync(100, Body(100, tellsLength ? 100 : null));
        Assert.Equal(100, response.Body.Length);
    }

    [Fact]
    public async Task Of_one_that_says_it_is_longer_nothing_is_read()
    {
        using var body = new UnknownLengthStream(new byte[101]);
        var exception = await Assert.ThrowsAsync<AmoCrmInvalidResponseException>(() => ReadAsync(100, Body(body, 101)));
        Assert.Equal(0, body.Taken);
        Assert.Contains("ask for fewer", exception.Message, StringComparison.Ordinal);
        Assert.Contains("100", exception.Message, StringComparison.Ordinal);
        Assert.Equal("amocrm_get_account", exception.Handler);
        Assert.Equal(200, exception.StatusCode);
    }

    [Fact]
    public async Task One_that_is_shorter_than_it_says_is_a_broken_connection()
    {
        var exception = await Assert.ThrowsAsync<AmoCrmNetworkException>(() => ReadAsync(1000, Body(50, 100)));
        Assert.Contains("shorter", Assert.IsType<EndOfStreamException>(exception.InnerException).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_one_that_is_longer_than_it_says_that_much_is_read()
    {
        using var body = new UnknownLengthStream(new byte[50]);
        Assert.Equal(20, (await ReadAsync(1000, Body(body, 20))).Body.Length);
        Assert.Equal(20, body.Taken);
    }

    private static StreamContent Body(int size, long? length) => Body(new UnknownLengthStream(new byte[size]), length);

    private static StreamContent Body(UnknownLengthStream body, long? length)
    {
        var content = new StreamContent(body);
        content.Headers.ContentLength = length;
        return content;
    }

    private static async Task<AmoCrmResponse> ReadAsync(int most, HttpContent content)
    {
        var test = new TestClient(options => options.MaxResponseBytes = most);
        test.Http.Answers((_, _) => Task.FromResult(new HttpResponseMessage { Content = content }));
        return await test.Client.SendAsync(Request);
    }

    private static async Task<AmoCrmResponse> AnsweredAsync(int status, (string Name, string? Value) header)
    {
        var test = new TestClient(static options => options.TimeProvider = new FakeTimeProvider(Now));
        test.Http.Answers((_, _) =>
        {
            var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent("{}"u8.ToArray()) };
            if (header.Value is { } value && !response.Headers.TryAddWithoutValidation(header.Name, value))
            {
                response.Content.Headers.TryAddWithoutValidation(header.Name, value);
            }

            return Task.FromResult(response);
        });
        return await test.Client.SendAsync(Request);
    }
}
