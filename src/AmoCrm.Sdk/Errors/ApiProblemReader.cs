using System.Globalization;
using System.Text.Json;

namespace AmoCrm.Sdk;

/// <summary>Reads the problem documents amoCRM answers with; they come in several shapes, none of which it keeps to.</summary>
internal static class ApiProblemReader
{
    /// <summary>The JSON object of an answer, or null when it is something else, or holds a text that is not valid Unicode: whoever looked into it later would trip over that.</summary>
    public static JsonElement? Parse(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
        {
            return null;
        }

        try
        {
            ReadTexts(body.Span);
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A member as text; numbers as they are written; null when it is absent or a structure.</summary>
    public static string? Text(JsonElement? problem, string member) =>
        problem is { ValueKind: JsonValueKind.Object } document && document.TryGetProperty(member, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            }
            : null;

    /// <summary>The numeric code that a text such as <c>error code 244</c> or a bare <c>error_code</c> member quotes.</summary>
    public static int? LegacyCode(JsonElement? problem)
    {
        var text = Text(problem, "error_code");
        if (text is null && Text(problem, "detail") is { } detail)
        {
            text = ErrorCodeIn(detail);
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : null;
    }

    /// <summary>The errors by member: of <c>validation-errors</c>, or of the <c>errors</c> that sources and calls send instead.</summary>
    public static IReadOnlyList<AmoCrmValidationError> Errors(JsonElement? problem)
    {
        if (problem is not { ValueKind: JsonValueKind.Object } document)
        {
            return [];
        }

        var errors = new List<AmoCrmValidationError>();
        if (document.TryGetProperty("validation-errors", out var validationErrors))
        {
            AddItems(errors, validationErrors);
        }

        if (document.TryGetProperty("errors", out var otherErrors))
        {
            AddItems(errors, otherErrors);
        }

        return errors;
    }

    private static void ReadTexts(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.String)
            {
                reader.GetString();
            }
        }
    }

    private static void AddItems(List<AmoCrmValidationError> errors, JsonElement items)
    {
        foreach (var item in OneOrMany(items))
        {
            if (item.ValueKind != JsonValueKind.Object)
            {
                continue;
            }

            var requestId = Text(item, "request_id");
            if (!item.TryGetProperty("errors", out var inner))
            {
                Add(errors, item, requestId);
                continue;
            }

            foreach (var error in OneOrMany(inner))
            {
                Add(errors, error, requestId);
            }
        }
    }

    // Sources send one object where the others send an array (catalogue: "Sources batch delete error").
    private static IEnumerable<JsonElement> OneOrMany(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray(),
        JsonValueKind.Object => [value],
        _ => [],
    };

    private static void Add(List<AmoCrmValidationError> errors, JsonElement error, string? requestId)
    {
        if (error.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        // Calls name the trouble in a title only: "Entity not found".
        var code = Text(error, "code") ?? Text(error, "title") ?? string.Empty;
        errors.Add(new AmoCrmValidationError(Text(error, "path") ?? string.Empty, code, Text(error, "detail"), requestId));
    }

    // The digits of "error code 244", "error_code: 244". Not by a regular expression: the search for its words brings 100 KB of code into a native program.
    private static string? ErrorCodeIn(string text)
    {
        var rest = text.AsSpan();
        while (rest.IndexOf("error", StringComparison.OrdinalIgnoreCase) is var start and >= 0)
        {
            rest = rest[(start + "error".Length)..];
            if (rest is not [' ' or '_', ..] || !rest[1..].StartsWith("code", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var code = rest["_code".Length..].TrimStart(": ");
            var length = code.IndexOfAnyExceptInRange('0', '9');
            code = length < 0 ? code : code[..length];
            if (code.Length is 3 or 4)
            {
                return code.ToString();
            }
        }

        return null;
    }
}
