using System.Net;
using System.Net.Http.Headers;
using System.Runtime.InteropServices;

namespace AmoCrm.Sdk.Transport;

/// <summary>
/// The JSON body of a request. It notes when its bytes start to leave. Over HTTP/2 an answer may come before the body is sent: <see cref="ByteArrayContent"/> is one of those that .NET sends to its end
/// first, and that matters, for the memory is used again afterwards (RequestBodyTests).
/// </summary>
internal sealed class RequestBody : ByteArrayContent
{
    private readonly CallState _call;
    private readonly ArraySegment<byte> _json;
    private bool _hasLeft;

    public RequestBody(CallState call)
        : this(call, BytesOf(call.Request.Body))
    {
    }

    private RequestBody(CallState call, ArraySegment<byte> json)
        : base(json.Array!, json.Offset, json.Count)
    {
        _call = call;
        _json = json;
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Leave();
        await stream.WriteAsync(_json, cancellationToken).ConfigureAwait(false);
    }

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Leave();
        stream.Write(_json);
    }

    // A handler that reads the body may send it in a way of its own: reading counts as sending, and what was read is sent without counting again.
    protected override async Task<Stream> CreateContentReadStreamAsync()
    {
        await LoadIntoBufferAsync().ConfigureAwait(false);
        return await base.CreateContentReadStreamAsync().ConfigureAwait(false);
    }

    protected override Stream CreateContentReadStream(CancellationToken cancellationToken) => CreateContentReadStreamAsync().GetAwaiter().GetResult();

    private void Leave()
    {
        // A handler of somebody's own may repeat messages. What works once is not given to it twice (RealConnectionTests: a handler that repeats).
        if (_hasLeft && _call.Request.Retry == RetrySafety.Unsafe)
        {
            throw new IOException("A handler sent the message again: it must not, for its repetition could be carried out twice.");
        }

        _hasLeft = true;
        _call.BytesMayLeave();
        _call.BytesLeave();
    }

    // A body of the user's own may lie elsewhere than in an array.
    private static ArraySegment<byte> BytesOf(ReadOnlyMemory<byte> json) => MemoryMarshal.TryGetArray(json, out var bytes) ? bytes : json.ToArray();
}
