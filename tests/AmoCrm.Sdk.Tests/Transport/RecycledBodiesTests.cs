using System.Net;
using System.Runtime.InteropServices;
using System.Text;
using AmoCrm.Sdk.Tests.TestSupport;
using AmoCrm.Sdk.Transport;
using Polly;

namespace AmoCrm.Sdk.Tests.Transport;

/// <summary>Bodies lie in memory that is used again, as far as nobody can be reading it any more.</summary>
public sealed class RecycledBodiesTests
{
    private const int Size = 200_000;

    private static readonly string LongText = new('x', Size);
    private static readonly byte[] LongAnswer = Encoding.UTF8.GetBytes($$"""{"id":7,"text":"{{LongText}}"}""");
    private static readonly byte[] BatchAnswer = """{"_embedded":{"items":[{"id":7}]}}"""u8.ToArray();

    [Fact]
    public async Task Long_bodies_cost_no_memory_each_time()
    {
        var test = Answering(LongAnswer);
        Assert.InRange(await AllocatedByAsync(() => test.Api.SendAsync(ItemOperations.Update, new ItemArguments(LongText, 7), default)), 0, Size - 1);
    }

    [Fact]
    public async Task Nor_do_those_of_batches()
    {
        var test = Answering(BatchAnswer);
        ItemArguments[] items = [new(LongText, 7)];
        Assert.InRange(await AllocatedByAsync(() => test.Api.SendManyAsync(ItemOperations.Update, items, default)), 0, Size - 1);
    }

    [Fact]
    public async Task The_answer_to_a_raw_request_is_the_callers_and_costs_its_own_length()
    {
        var test = Answering(LongAnswer);
        var request = new AmoCrmRequest(HttpMethod.Get, "/api/v4/items/7");
        Assert.InRange(await AllocatedByAsync(() => test.Client.SendAsync(request)), Size, Size * 3 / 2);

        var first = await test.Client.SendAsync(request);
        await test.Client.SendAsync(request);
        Assert.True(MemoryMarshal.TryGetArray(first.Body, out var own));
        Assert.Equal(LongAnswer, own.Array);
        Assert.Null(first.Buffer);
    }

    [Fact]
    public void It_is_given_back_when_only_this_SDK_had_it()
    {
        var buffer = Written();
        new TestClient().Api.Recycle(buffer);
        Assert.Equal(0, buffer.Length);
        new TestClient().Api.Recycle(null);
    }

    [Fact]
    public void What_a_transport_or_a_strategy_of_the_users_own_may_have_kept_is_not()
    {
        var buffer = Written();
        new TestClient(static options => options.ResiliencePipeline = ResiliencePipeline<AmoCrmResponse>.Empty).Api.Recycle(buffer);
        new HeldTransport().Client().Api.Recycle(buffer);
        Assert.Equal(1, buffer.Length);
    }

    private static PooledBuffer Written()
    {
        var buffer = new PooledBuffer();
        buffer.GetSpan()[0] = 1;
        buffer.Advance(1);
        return buffer;
    }

    private static TestClient Answering(byte[] body) => new(options => options.HttpMessageHandler = new AnsweringHandler(body));

    /// <summary>What a call allocates on this thread, which it does not leave.</summary>
    private static async Task<long> AllocatedByAsync(Func<Task> call)
    {
        // The garbage collector may empty the pool once meanwhile.
        const int Calls = 20;
        await call();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Calls; i++)
        {
            var task = call();
            Assert.True(task.IsCompletedSuccessfully, "It waited for something.");
            await task;
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / Calls;
    }

    /// <summary>Answers at once, and reads nothing.</summary>
    private sealed class AnsweringHandler(byte[] body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(body), RequestMessage = request });
    }
}
