namespace AmoCrm.Sdk.Tests.TestSupport;

/// <summary>A body that says nothing of its length, as a chunked one does.</summary>
/// <param name="bytes">The body.</param>
internal sealed class UnknownLengthStream(byte[] bytes) : MemoryStream(bytes)
{
    /// <summary>How much was read.</summary>
    public int Taken { get; private set; }

    public override bool CanSeek => false;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await base.ReadAsync(buffer, cancellationToken);
        Taken += count;
        return count;
    }
}
