using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AmoCrm.Sdk.Paging;

/// <summary>Where an enumeration goes on: which list, what was asked for, and the next page. As text it is one line of JSON, to be kept by the caller.</summary>
/// <param name="handler">The list's handler.</param>
/// <param name="path">The path on the account's host.</param>
/// <param name="filter">The query without page and limit; null for none.</param>
/// <param name="isFiltered">Whether it needs the paid option of filtering: without it amoCRM would answer everything.</param>
/// <param name="page">The next page.</param>
/// <param name="limit">The items of a page.</param>
internal sealed class PageContinuation(string handler, string path, string? filter, bool isFiltered, int page, int limit)
{
    public string Handler => handler;

    public string Path => path;

    public string? Filter => filter;

    public bool IsFiltered => isFiltered;

    public int Page => page;

    public int Limit => limit;

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="AmoCrmArgumentException">It is no continuation, or one of another list.</exception>
    public static PageContinuation Parse(string handler, string path, string text)
    {
        if (Read(text) is not { } continuation)
        {
            throw new AmoCrmArgumentException(handler, "continuation", "This is no continuation: pass the text of Page.Continuation as it was.");
        }

        return continuation.Handler == handler && continuation.Path == path
            ? continuation
            : throw new AmoCrmArgumentException(handler, "continuation", $"This continuation is of {continuation.Handler} ({continuation.Path}), not of {path}.");
    }

    public override string ToString()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Writing))
        {
            json.WriteStartObject();
            json.WriteString("handler", Handler);
            json.WriteString("path", Path);
            if (Filter is not null)
            {
                json.WriteString("filter", Filter);
            }

            if (IsFiltered)
            {
                json.WriteBoolean("filtered", IsFiltered);
            }

            json.WriteNumber("page", Page);
            json.WriteNumber("limit", Limit);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static PageContinuation? Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var json = document.RootElement;
            return json.GetProperty("handler").GetString() is { } handler && json.GetProperty("path").GetString() is { } path
                ? new PageContinuation(
                    handler,
                    path,
                    json.TryGetProperty("filter", out var filter) ? filter.GetString() : null,
                    json.TryGetProperty("filtered", out var filtered) && filtered.GetBoolean(),
                    json.GetProperty("page").GetInt32(),
                    json.GetProperty("limit").GetInt32())
                : null;
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
