using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;

namespace AmoCrm.Sdk.Transport;

/// <summary>Reads an answer to its end, as far as it is not longer than allowed.</summary>
/// <param name="options">The client's options.</param>
internal sealed class ResponseReader(AmoCrmClientOptions options)
{
    /// <summary>
    /// How an answer may be compressed. It is unpacked here and not by the handler of .NET, which brings the code of Brotli along: 0.9 MB of a program
    /// that is compiled ahead of time.
    /// </summary>
    public const string Encoding = "gzip";

    public async ValueTask<AmoCrmResponse> ReadAsync(HttpResponseMessage response, CallState call, CancellationToken cancellationToken)
    {
        var handler = call.Request.Handler;
        var buffer = await ReadBodyAsync(response, handler, cancellationToken).ConfigureAwait(false);
        return new AmoCrmResponse((int)response.StatusCode, call.Request.ReturnsBody ? buffer?.Written ?? default : Copied(buffer))
        {
            Buffer = call.Request.ReturnsBody ? buffer : null,
            ContentType = MediaType(response.Content.Headers),
            RequestId = response.Headers.NonValidated.TryGetValues("X-Request-Id", out var ids) ? ids.FirstOrDefault() : null,
            ServerTime = response.IsSuccessStatusCode ? null : response.Headers.Date,
            RetryAfter = response.Headers.NonValidated.Contains("Retry-After") ? RetryAfter(response.Headers.RetryAfter) : null,
            Handler = handler,
            SentAt = call.LeftAt,
        };
    }

    /// <summary>The body; null for none. Of one that is broken off the memory is left to the garbage collector, for whoever wrote to it may not be done.</summary>
    private async ValueTask<PooledBuffer?> ReadBodyAsync(HttpResponseMessage response, string handler, CancellationToken cancellationToken)
    {
        if (HasNoBody(response))
        {
            return null;
        }

        var isPacked = IsPacked(response.Content.Headers);
        var length = isPacked ? null : response.Content.Headers.ContentLength;
        if (length is 0)
        {
            return null;
        }

        if (length > options.MaxResponseBytes)
        {
            throw TooLong(response, handler);
        }

        var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var stream = isPacked ? new GZipStream(body, CompressionMode.Decompress) : body;
        await using (stream.ConfigureAwait(false))
        {
            var buffer = new PooledBuffer((int?)length);

            // One byte more tells that it is too long.
            var most = length ?? options.MaxResponseBytes + 1L;
            while (buffer.Length != length)
            {
                var free = buffer.GetMemory();
                var count = await stream.ReadAsync(free[..(int)Math.Min(free.Length, most - buffer.Length)], cancellationToken).ConfigureAwait(false);
                if (count == 0)
                {
                    return length is null ? buffer : throw new EndOfStreamException("The answer is shorter than it said.");
                }

                buffer.Advance(count);
                if (buffer.Length > options.MaxResponseBytes)
                {
                    throw TooLong(response, handler);
                }
            }

            return buffer;
        }
    }

    // Their Content-Length is that of a body which another request would have got.
    private static bool HasNoBody(HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.NoContent or HttpStatusCode.NotModified || response.RequestMessage?.Method == HttpMethod.Head;

    // A handler that unpacks answers itself takes the header away.
    private static bool IsPacked(HttpContentHeaders headers) =>
        headers.NonValidated.TryGetValues("Content-Encoding", out var encodings) && string.Equals(encodings.ToString(), Encoding, StringComparison.OrdinalIgnoreCase);

    private static byte[] Copied(PooledBuffer? buffer)
    {
        if (buffer is null)
        {
            return [];
        }

        var copy = buffer.Written.ToArray();
        buffer.Return();
        return copy;
    }

    // Not by the typed headers: they would parse and keep what is read once.
    private static string? MediaType(HttpContentHeaders headers)
    {
        if (!headers.NonValidated.TryGetValues("Content-Type", out var values))
        {
            return null;
        }

        var text = values.ToString();
        var end = text.IndexOf(';', StringComparison.Ordinal);
        return end < 0 ? text : text[..end].Trim();
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header)
    {
        var wait = header?.Delta ?? (header?.Date is { } date ? date - options.TimeProvider.GetUtcNow() : null);
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private AmoCrmInvalidResponseException TooLong(HttpResponseMessage response, string handler) => new(
        $"{handler}: the answer is longer than {nameof(AmoCrmClientOptions.MaxResponseBytes)} ({options.MaxResponseBytes}): ask for fewer items.", (int)response.StatusCode)
    {
        Handler = handler,
    };
}
