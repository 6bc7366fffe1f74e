using AmoCrm.Sdk.Tests.TestSupport;
using Polly;
using Polly.Fallback;

namespace AmoCrm.Sdk.Tests.Resilience.Retries;

public sealed class OwnPipelineTests
{
    [Fact]
    public async Task An_own_pipeline_takes_the_place_of_ours()
    {
        using var bench = new RetryBench(static options => options.ResiliencePipeline = ResiliencePipeline<AmoCrmResponse>.Empty);
        bench.Http.Answers(503);
        await Assert.ThrowsAsync<AmoCrmServerException>(() => bench.GetAsync());
        Assert.Single(bench.Http.Sent);
    }

    [Fact]
    public async Task Ours_goes_into_an_own_pipeline()
    {
        var handlers = new List<string>();
        using var bench = new RetryBench(options => options.ResiliencePipeline = new ResiliencePipelineBuilder<AmoCrmResponse> { TimeProvider = options.TimeProvider }
            .AddFallback(new FallbackStrategyOptions<AmoCrmResponse>
            {
                ShouldHandle = static arguments => ValueTask.FromResult(arguments.Outcome.Result?.StatusCode == 503),
                FallbackAction = arguments =>
                {
                    Assert.True(arguments.Context.Properties.TryGetValue(AmoCrmResilience.RequestKey, out var request));
                    handlers.Add(request.Handler);
                    return Outcome.FromResultAsValueTask(new AmoCrmResponse(200, """{"id":8}"""u8.ToArray()));
                },
            })
            .AddAmoCrmRetry(new AmoCrmRetryOptions { MaxRetries = 3 })
            .Build());
        bench.Http.Answers(503);
        Assert.Equal(8, (await bench.GetAsync())!.Id);
        Assert.Equal(4, bench.Http.Sent.Count);
        Assert.Equal(["amocrm_get_item"], handlers);
    }

    [Fact]
    public async Task Ours_keeps_to_what_may_be_repeated_there_too()
    {
        using var bench = new RetryBench(options => options.ResiliencePipeline =
            new ResiliencePipelineBuilder<AmoCrmResponse> { TimeProvider = options.TimeProvider }.AddAmoCrmRetry().Build());
        bench.Http.Answers(503);
        await Assert.ThrowsAsync<AmoCrmOutcomeUnknownException>(() => bench.CreateAsync());
        Assert.Single(bench.Http.Sent);
    }

    [Fact]
    public async Task An_own_time_limit_is_a_timeout_and_of_a_create_that_had_left_unknown()
    {
        using var bench = new RetryBench(options => options.ResiliencePipeline =
            new ResiliencePipelineBuilder<AmoCrmResponse> { TimeProvider = options.TimeProvider }.AddTimeout(TimeSpan.FromSeconds(3)).Build());
        bench.Http.Hangs(() => bench.Clock.Advance(TimeSpan.FromSeconds(3)));
        await Assert.ThrowsAsync<AmoCrmTimeoutException>(() => bench.GetAsync());
        await Assert.ThrowsAsync<AmoCrmOutcomeUnknownException>(() => bench.CreateAsync());
    }

    [Fact]
    public async Task Outside_a_client_ours_repeats_nothing()
    {
        var sent = 0;
        var pipeline = new ResiliencePipelineBuilder<AmoCrmResponse>().AddAmoCrmRetry().Build();
        var response = await pipeline.ExecuteAsync(_ =>
        {
            sent++;
            return ValueTask.FromResult(new AmoCrmResponse(503));
        });
        Assert.Equal((503, 1), (response.StatusCode, sent));
    }

    [Fact]
    public void Ours_without_repetitions_is_nothing()
    {
        var builder = new ResiliencePipelineBuilder<AmoCrmResponse>();
        Assert.Same(builder, builder.AddAmoCrmRetry(new AmoCrmRetryOptions { MaxRetries = 0 }));
        Assert.Throws<ArgumentNullException>(() => AmoCrmResiliencePipelineBuilderExtensions.AddAmoCrmRetry(null!));
    }
}
