using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk.Tests.Transport;

/// <summary>A connection as .NET uses it, by whichever of the methods of a stream.</summary>
public sealed class WatchedStreamTests : IDisposable
{
    private readonly MemoryStream _connection = new();
    private readonly List<long> _told = [];

    public void Dispose() => _connection.Dispose();

    [Fact]
    public async Task However_it_is_written_to_the_bytes_are_out_when_that_is_told()
    {
        await using var watched = Watched();
        watched.Write([1, 2], 0, 2);
        watched.Write([3]);
        await watched.WriteAsync(new byte[] { 4, 5, 6 }.AsMemory());
#pragma warning disable CA1835 // Some handlers still do.
        await watched.WriteAsync([0, 7, 0], 1, 1);
#pragma warning restore CA1835
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], _connection.ToArray());
        Assert.Equal([2, 3, 6, 7], _told);
    }

    [Fact]
    public async Task A_write_that_fails_is_told_too_for_some_of_it_may_be_out()
    {
        var watched = Watched();
        await _connection.DisposeAsync();
        Assert.Throws<ObjectDisposedException>(() => watched.Write([1]));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await watched.WriteAsync(new byte[] { 1 }));
        Assert.Equal([-1, -1], _told);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Its_end_is_the_end_of_the_connection(bool isAsync)
    {
        var watched = Watched();
        Assert.False(watched.CanSeek);
        if (isAsync)
        {
            await watched.DisposeAsync();
        }
        else
        {
#pragma warning disable CA1849 // That is what is tested.
            watched.Dispose();
#pragma warning restore CA1849
        }

        Assert.False(_connection.CanWrite);
        Assert.Empty(_told);
    }

    private WatchedStream Watched() => new(_connection, () => _told.Add(_connection.CanWrite ? _connection.Length : -1));
}
