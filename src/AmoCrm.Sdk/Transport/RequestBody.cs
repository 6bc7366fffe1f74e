using System.Net;
using System.Net.Http.Headers;

namespace AmoCrm.Sdk.Transport;

/// <summary>The JSON body of a request. It notes when its bytes start to leave.</summary>
internal sealed class RequestBody : HttpContent
{
    private readonly CallState _call;
    private readonly ReadOnlyMemory<byte> _json;
    private bool _hasLeft;

    public RequestBody(CallState call)
    {
        _call = call;
        _json = call.Request.Body;
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        // A handler of somebody's own may repeat messages. What works once is not given to it twice (RealConnectionTests: a handler that repeats).
        if (_hasLeft && _call.Request.Retry == RetrySafety.Unsafe)
        {
            throw new IOException("A handler sent the message again: it must not, for its repetition could be carried out twice.");
        }

        _hasLeft = true;
        _call.BytesMayLeave();
        _call.BytesLeave();
        await stream.WriteAsync(_json, cancellationToken).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _json.Length;
        return true;
    }
}
