using System.Buffers;
using System.Runtime.InteropServices;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk.Tests.Transport;

/// <summary>Arrays of these sizes are nobody else's: the pool gives a thread the last one of its size that it returned.</summary>
public sealed class PooledBufferTests
{
    private const int Large = 1 << 22;

    [Fact]
    public void What_was_written_stays_while_it_grows()
    {
        var buffer = new PooledBuffer();
        var expected = Enumerable.Range(0, 100_000).Select(static number => (byte)number).ToArray();
        foreach (var part in expected.Chunk(777))
        {
            buffer.Write(part);
        }

        Assert.Equal(expected.Length, buffer.Length);
        Assert.Equal(expected, buffer.Written.ToArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(100_000)]
    public void There_is_as_much_room_as_was_asked_for(int size)
    {
        var buffer = new PooledBuffer(1024);
        buffer.Advance(1024);
        Assert.True(buffer.GetMemory(size).Length >= Math.Max(size, 1));
        buffer.Advance(buffer.GetMemory().Length);
        Assert.True(buffer.GetSpan(size).Length >= Math.Max(size, 1));
    }

    [Fact]
    public void One_whose_size_is_known_does_not_grow()
    {
        var buffer = new PooledBuffer(100_000);
        var first = ArrayOf(buffer.GetMemory());
        Assert.True(first.Length >= 100_000);
        buffer.Advance(first.Length - 10);
        Assert.Same(first, ArrayOf(buffer.GetMemory(10)));
        Assert.Equal(10, buffer.GetSpan(10).Length);
    }

    [Fact]
    public void What_it_has_outgrown_and_what_it_gives_back_is_used_again()
    {
        var buffer = new PooledBuffer(Large);
        var outgrown = ArrayOf(buffer.GetMemory());
        buffer.Advance(outgrown.Length);
        var last = ArrayOf(buffer.GetMemory());
        Assert.Same(outgrown, ArrayPool<byte>.Shared.Rent(outgrown.Length));

        buffer.Return();
        Assert.Same(last, ArrayPool<byte>.Shared.Rent(last.Length));
        Assert.True(buffer.Written.IsEmpty);

        // Two who write into one array would be worse than one array less.
        buffer.Return();
        Assert.NotSame(last, ArrayPool<byte>.Shared.Rent(last.Length));
    }

    private static byte[] ArrayOf(ReadOnlyMemory<byte> memory)
    {
        Assert.True(MemoryMarshal.TryGetArray(memory, out var bytes));
        return bytes.Array!;
    }
}
