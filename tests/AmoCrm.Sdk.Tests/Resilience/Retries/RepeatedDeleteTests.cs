using AmoCrm.Sdk.Tests.TestSupport;

namespace AmoCrm.Sdk.Tests.Resilience.Retries;

public sealed class RepeatedDeleteTests
{
    private static readonly AmoCrmRequest Delete = new(HttpMethod.Delete, "/api/v4/leads/7");

    [Theory]
    [InlineData("lost")]
    [InlineData("503")]
    [InlineData("lost, 429")]
    public async Task A_delete_that_comes_again_and_finds_nothing_is_done(string before)
    {
        using var bench = new RetryBench();
        Answer(bench, before);
        bench.Http.Answers(404, """{"title":"Not Found","detail":"Entity not found"}""");
        var response = await bench.RawAsync(Delete);
        Assert.Equal(204, response.StatusCode);
        Assert.True(response.Body.IsEmpty);
    }

    [Theory]
    [InlineData("")]
    [InlineData("429")]
    [InlineData("refused")]
    public async Task A_delete_that_was_not_carried_out_before_finds_what_was_never_there(string before)
    {
        using var bench = new RetryBench();
        Answer(bench, before);
        bench.Http.Answers(404, """{"title":"Not Found","detail":"Entity not found"}""");
        Assert.Equal(404, (await bench.RawAsync(Delete)).StatusCode);
    }

    [Theory]
    [InlineData("""{"title":"Not Found","detail":"Cannot DELETE /api/v4/leads/7"}""", "application/problem+json")]
    [InlineData("<html>404</html>", "text/html")]
    public async Task A_route_that_does_not_exist_has_deleted_nothing(string body, string type)
    {
        using var bench = new RetryBench();
        Answer(bench, "lost");
        bench.Http.Answers(404, body, type);
        Assert.Equal(404, (await bench.RawAsync(Delete)).StatusCode);
    }

    [Fact]
    public async Task Another_write_that_finds_nothing_is_not_done()
    {
        using var bench = new RetryBench();
        Answer(bench, "lost");
        bench.Http.Answers(404, "{}");
        await Assert.ThrowsAsync<AmoCrmNotFoundException>(() => bench.UpdateAsync());
    }

    private static void Answer(RetryBench bench, string answers)
    {
        foreach (var answer in answers.Split(", ", StringSplitOptions.RemoveEmptyEntries))
        {
            _ = answer switch
            {
                "lost" => bench.Http.Throws(new HttpRequestException(HttpRequestError.ResponseEnded, "ended")),
                "refused" => bench.Http.Throws(new HttpRequestException(HttpRequestError.ConnectionError, "refused")),
                _ => bench.Http.Answers(int.Parse(answer, System.Globalization.CultureInfo.InvariantCulture), "{}"),
            };
        }
    }
}
