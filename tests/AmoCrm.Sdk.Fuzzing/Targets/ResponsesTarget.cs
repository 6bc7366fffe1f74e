using System.Globalization;
using AmoCrm.Sdk.Fuzzing.Oracles;

namespace AmoCrm.Sdk.Fuzzing.Targets;

/// <summary>What lies in front of the readers: status, headers, length and packing of an answer of HTTP. See <see cref="ResponseInput"/>; each is the answer to a raw call and to one by name.</summary>
internal sealed class ResponsesTarget : FuzzTarget
{
    private const int MaxResponseBytes = 4096;

    private static readonly JsonElement Arguments = JsonElement.Parse("""{"lead_id":1}""");

    public override string Name => "responses";

    public override IEnumerable<string> Words =>
    [
        "GET ", "POST ", "200", "204", "302", "401", "403", "404", "429", "503", "999", "\n", "\n\n", "Content-Type: ", "text/html", "application/json; charset=utf-8", "Content-Encoding: ", "gzip", "GZIP", "br",
        "Content-Length: ", "4096", "4097", "Retry-After: ", "Date: ", "Wed, 04 Feb 2026 04:05:06 GMT", "Fri, 31 Dec 9999 23:59:59 GMT", "Mon, 01 Jan 0001 00:00:00 GMT", "X-Request-Id: ", "Transfer-Encoding: chunked", "Location: /",
    ];

    public override IReadOnlyList<GrowingInput> Growing =>
    [
        .. GrowingInput.JsonBehind("GET 200\nContent-Type: application/json\n\n"),
        new("byte by byte", static size => $"GET 200 1\n\n\"{new string('x', size)}\""),
        new("many headers", static size => $"GET 429\n{GrowingInput.Repeat("Retry-After: 1\n", size)}\n{{}}"),
        new("long header", static size => $"GET 429\nRetry-After: {new string('1', size)}\n\n{{}}"),
        new("long media type", static size => $"GET 200\nContent-Type: {new string(';', size)}\n\n{{}}"),
    ];

    public override async ValueTask RunAsync(byte[] input)
    {
        var answer = ResponseInput.Parse(input);
        CheckReading(answer, await CallAsync(answer, SendAsync).ConfigureAwait(false));
        await CallAsync(answer, GetLeadAsync).ConfigureAwait(false);

        var plain = answer.Unmarked();
        var packed = plain.Packed();
        foreach (var call in new Func<AmoCrmClient, ResponseInput, Task<byte[]>>[] { SendAsync, GetLeadAsync })
        {
            var isSame = (await CallAsync(plain, call).ConfigureAwait(false)).IsLike(await CallAsync(packed, call).ConfigureAwait(false));
            FuzzFailureException.ThrowUnless(isSame, "What comes packed is what it is unpacked.");
        }
    }

    private static async Task<byte[]> SendAsync(AmoCrmClient client, ResponseInput answer)
    {
        var response = await client.SendAsync(new AmoCrmRequest(answer.Method, "/api/v4/leads")).ConfigureAwait(false);
        FuzzFailureException.ThrowUnless(response.StatusCode == answer.Status, "A raw call tells the status.");
        FuzzFailureException.ThrowUnless(response.Body.Length <= MaxResponseBytes, "No more is given than may be read.");
        FuzzFailureException.ThrowUnless(response.RetryAfter is null || response.RetryAfter >= TimeSpan.Zero, "Nobody waits for less than nothing.");
        return response.Body.ToArray();
    }

    private static async Task<byte[]> GetLeadAsync(AmoCrmClient client, ResponseInput answer)
    {
        var lead = await client.InvokeAsync("amocrm_get_lead", Arguments).ConfigureAwait(false);
        return Encoding.UTF8.GetBytes(lead.GetRawText());
    }

    private static async Task<ResponseOutcome> CallAsync(ResponseInput answer, Func<AmoCrmClient, ResponseInput, Task<byte[]>> call)
    {
        // Clients over one handler share what they know of a block.
        using var http = new ResponseHandler(answer);
        await using var client = FuzzClient.Create(http, MaxResponseBytes);
        try
        {
            var result = await call(client, answer).ConfigureAwait(false);
            FuzzFailureException.ThrowUnless(http.Requests == 1, "One call is one request.");
            return new ResponseOutcome(result, Failure: null, http.Taken);
        }
        catch (AmoCrmException exception)
        {
            FuzzFailureException.ThrowUnless(http.Requests == 1, "One call is one request.");
            CheckMessage(answer, exception);
            return new ResponseOutcome(Result: null, $"{exception.GetType().Name}: {exception.Message}", http.Taken);
        }
    }

    // Of a problem that was read titles, codes and paths are told.
    private static void CheckMessage(ResponseInput answer, AmoCrmException exception)
    {
        if (exception is not AmoCrmApiException { Problem: not null } && !answer.Headers.Any(static header => header.Value.Contains(Canary.Word, StringComparison.OrdinalIgnoreCase)))
        {
            Canary.ThrowIfIn(exception);
        }
    }

    /// <summary>Holds a raw call of an answer that is not packed to what its length and its body make of it.</summary>
    private static void CheckReading(ResponseInput answer, ResponseOutcome outcome)
    {
        if (answer.Status is 204 or 304)
        {
            FuzzFailureException.ThrowUnless(outcome.Result is { Length: 0 }, "An answer that has no body gives none, whatever length it names.");
            return;
        }

        var lengths = answer.Values("Content-Length");
        if (answer.Values("Content-Encoding").Count > 0 || lengths.Count > 1)
        {
            return;
        }

        FuzzFailureException.ThrowUnless(outcome.Taken <= MaxResponseBytes + 1, "No more is taken than may be read, and a byte that tells of more.");
        int? said = lengths.Count == 0 ? answer.Body.Length : int.TryParse(lengths[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        if (said is { } length)
        {
            var isWhole = length <= Math.Min(answer.Body.Length, MaxResponseBytes);
            FuzzFailureException.ThrowUnless(isWhole == outcome.Failure is null, "What is whole and not too long is given, and nothing else is.");
            FuzzFailureException.ThrowUnless(!isWhole || outcome.Result.AsSpan().SequenceEqual(answer.Body.AsSpan(0, length)), "What is given is what was sent.");
        }
    }
}
