using System.Buffers;

namespace AmoCrm.Sdk.Transport;

/// <summary>A growing buffer over the shared pool, for bodies as they are written and answers as they are read.</summary>
internal sealed class PooledBuffer : IBufferWriter<byte>
{
    private const int FirstSize = 1024;

    private byte[] _bytes;

    /// <summary>Makes a buffer.</summary>
    /// <param name="size">How much will be in it, where that is known.</param>
    public PooledBuffer(int? size = null) => _bytes = ArrayPool<byte>.Shared.Rent(size ?? FirstSize);

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    public void Advance(int count) => Length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Grow(sizeHint);
        return _bytes.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Grow(sizeHint);
        return _bytes.AsSpan(Length);
    }

    /// <summary>
    /// Gives the memory back. Only for a buffer nobody can be reading any more: after a failed or cancelled request the handler may still be,
    /// so those are left to the garbage collector.
    /// </summary>
    public void Return()
    {
        var bytes = _bytes;
        _bytes = [];
        Length = 0;
        ArrayPool<byte>.Shared.Return(bytes);
    }

    private void Grow(int sizeHint)
    {
        var free = _bytes.Length - Length;
        if (free >= Math.Max(sizeHint, 1))
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(checked(Math.Max(Length + Math.Max(sizeHint, 1), _bytes.Length * 2)));
        _bytes.AsSpan(0, Length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
