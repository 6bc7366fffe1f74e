using System.Text.Json;
using System.Text.Json.Nodes;
using AmoCrm.Sdk.Dispatch;

namespace AmoCrm.Sdk.Tests.Handlers;

/// <summary>Writes the whole numbers among the arguments as strings of digits, as engines that fill templates do.</summary>
internal static class IdsAsText
{
    /// <summary>True when there was a number to change.</summary>
    public static bool Apply(HandlerDescriptor handler, JsonObject arguments)
    {
        if (arguments["items"] is JsonArray items)
        {
            var applied = items.Select(static item => Apply(item!.AsObject(), static name => name.EndsWith("_id", StringComparison.Ordinal))).ToList();
            return applied.Contains(true);
        }

        var ids = handler.Parameters.Where(static parameter => parameter.Type is "int64" or "int32").Select(static parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
        return Apply(arguments, ids.Contains);
    }

    private static bool Apply(JsonObject arguments, Func<string, bool> isId)
    {
        var changed = false;
        foreach (var (name, value) in arguments.ToList())
        {
            if (isId(name) && value?.GetValueKind() == JsonValueKind.Number)
            {
                arguments[name] = value.ToJsonString();
                changed = true;
            }
        }

        return changed;
    }
}
