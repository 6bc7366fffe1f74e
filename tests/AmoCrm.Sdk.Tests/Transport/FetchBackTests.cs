using AmoCrm.Sdk.Tests.TestSupport;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk.Tests.Transport;

/// <summary>A write that has happened stays one, whatever becomes of the reading after it.</summary>
public sealed class FetchBackTests
{
    private readonly HeldTransport _transport = new();

    [Fact]
    public async Task What_is_there_completes_the_result()
    {
        Assert.Equal((new Item(7, "read"), null), await ReadAsync(static held => held.Answer(200, """{"id":7,"name":"read"}""")));
    }

    [Fact]
    public async Task What_is_not_there_any_more_is_told()
    {
        var (item, error) = await ReadAsync(static held => held.Answer(204));
        Assert.Null(item);
        Assert.Equal("amocrm_get_item", error?.Handler);
        Assert.StartsWith("amocrm_get_item: it was written, but ", error?.Message, StringComparison.Ordinal);
        Assert.IsType<AmoCrmInvalidResponseException>(error);
    }

    [Fact]
    public async Task What_nobody_declared_is_told_as_what_it_is_the_end_of()
    {
        var cause = new NotSupportedException("Somebody's own transport.");
        var (item, error) = await ReadAsync(held => held.Fail(cause));
        Assert.Null(item);
        Assert.IsType<AmoCrmInvalidResponseException>(error);
        Assert.Equal("amocrm_get_item", error.Handler);
        Assert.StartsWith("amocrm_get_item: it was written, but ", error.Message, StringComparison.Ordinal);
        Assert.Same(cause, error.InnerException);
    }

    [Fact]
    public async Task A_cancellation_is_one_of_a_write()
    {
        var exception = await Assert.ThrowsAsync<AmoCrmOperationCanceledException>(() => ReadAsync(static held => held.Cancel()));
        Assert.Null(exception.Handler);
        var own = new AmoCrmOperationCanceledException("amocrm_link", innerException: null, default);
        Assert.Same(own, await Assert.ThrowsAsync<AmoCrmOperationCanceledException>(() => ReadAsync(held => held.Fail(own))));
    }

    private async Task<(Item? Item, AmoCrmException? Error)> ReadAsync(Action<HeldRequest> answer)
    {
        var asked = _transport.Asked.Count;
        var reading = FetchBack.ReadAsync(
            _transport.Client().Api, default((Item?, AmoCrmException?)), ItemOperations.Get, new ItemArguments(Id: 7), static (_, item, error) => (item, error), default);
        answer(await _transport.WhenAskedAsync(asked));
        return await reading.WithPatience();
    }
}
