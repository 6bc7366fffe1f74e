using System.Net.Http.Headers;

namespace AmoCrm.Sdk.Transport;

/// <summary>Reads an answer to its end, as far as it is not longer than allowed.</summary>
/// <param name="options">The client's options.</param>
internal sealed class ResponseReader(AmoCrmClientOptions options)
{
    public async Task<AmoCrmResponse> ReadAsync(HttpResponseMessage response, CallState call, CancellationToken cancellationToken)
    {
        var handler = call.Request.Handler;
        return new AmoCrmResponse((int)response.StatusCode, await ReadBodyAsync(response, handler, cancellationToken).ConfigureAwait(false))
        {
            ContentType = response.Content.Headers.ContentType?.MediaType,
            RequestId = response.Headers.TryGetValues("X-Request-Id", out var ids) ? ids.FirstOrDefault() : null,
            ServerTime = response.IsSuccessStatusCode ? null : response.Headers.Date,
            RetryAfter = RetryAfter(response.Headers.RetryAfter),
            Handler = handler,
            SentAt = call.LeftAt,
        };
    }

    private async Task<ReadOnlyMemory<byte>> ReadBodyAsync(HttpResponseMessage response, string handler, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength is 0)
        {
            return default;
        }

        if (response.Content.Headers.ContentLength > options.MaxResponseBytes)
        {
            throw TooLong(response, handler);
        }

        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            if (response.Content.Headers.ContentLength is { } length)
            {
                // What is known to come needs no buffer that is grown, copied and kept in a pool: of a page of a list that would be more than the page.
                var body = new byte[length];
                await stream.ReadExactlyAsync(body, cancellationToken).ConfigureAwait(false);
                return body;
            }

            var buffer = new PooledBuffer();
            try
            {
                int count;
                while ((count = await stream.ReadAsync(buffer.GetMemory(), cancellationToken).ConfigureAwait(false)) > 0)
                {
                    buffer.Advance(count);
                    if (buffer.Length > options.MaxResponseBytes)
                    {
                        throw TooLong(response, handler);
                    }
                }

                return buffer.Written.ToArray();
            }
            finally
            {
                buffer.Return();
            }
        }
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
