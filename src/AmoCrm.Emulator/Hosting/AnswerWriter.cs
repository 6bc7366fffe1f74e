using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace AmoCrm.Emulator.Hosting;

/// <summary>Puts answers on the wire.</summary>
internal static class AnswerWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task WriteAsync(HttpContext context, Answer answer, DateTimeOffset now, bool cutInHalf = false)
    {
        context.Response.StatusCode = answer.Status;

        // Otherwise Kestrel writes the machine's time.
        context.Response.Headers.Date = now.ToString("R", CultureInfo.InvariantCulture);
        if (answer.Location is { } location)
        {
            context.Response.Headers.Location = location;
        }

        if (answer.RetryAfterSeconds is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        var bytes = answer.Text is { } text ? Encoding.UTF8.GetBytes(text) : Json(answer.Body);
        if (bytes.Length == 0)
        {
            return;
        }

        context.Response.ContentType = answer.ContentType;
        var length = cutInHalf ? bytes.Length / 2 : bytes.Length;
        context.Response.ContentLength = length;
        await context.Response.Body.WriteAsync(bytes.AsMemory(0, length), context.RequestAborted).ConfigureAwait(false);
    }

    private static byte[] Json(JsonNode? body)
    {
        if (body is null)
        {
            return [];
        }

        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            body.WriteTo(writer);
        }

        return stream.ToArray();
    }
}
