using System.Globalization;
using System.Text.Json.Nodes;

namespace AmoCrm.Sdk.Engine;

/// <summary>What the placeholders of one step can name: the context, and the time specials under the names that the context does not have.</summary>
internal sealed class TemplateScope(JsonObject context, EngineOptions options)
{
    // Read once: the specials of one step tell one moment.
    private DateTimeOffset? _now;

    /// <summary>Follows a path. Found may be a null.</summary>
    public bool TryFind(IReadOnlyList<string> path, out JsonNode? value)
    {
        if (!context.TryGetPropertyValue(path[0], out value))
        {
            value = path.Count == 1 ? Special(path[0]) : null;
            return value is not null;
        }

        for (var step = 1; step < path.Count; step++)
        {
            switch (value)
            {
                case JsonObject inner when inner.TryGetPropertyValue(path[step], out var member):
                    value = member;
                    break;
                case JsonArray items when int.TryParse(path[step], NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < items.Count:
                    value = items[index];
                    break;
                default:
                    value = null;
                    return false;
            }
        }

        return true;
    }

    private JsonValue? Special(string name) => name switch
    {
        "current_timestamp" => Time("yyyy-MM-ddTHH:mm:sszzz"),
        "current_date" => Time("yyyy-MM-dd"),
        "current_time" => Time("HH:mm:ss"),
        "current_datetime" => Time("yyyy-MM-dd HH:mm:ss"),
        "current_unix" => JsonValue.Create(Now().ToUnixTimeSeconds()),
        _ => null,
    };

    private JsonValue Time(string format) => JsonValue.Create(Now().ToString(format, CultureInfo.InvariantCulture));

    private DateTimeOffset Now() => _now ??= TimeZoneInfo.ConvertTime(options.TimeProvider.GetUtcNow(), options.TimeZone);
}
