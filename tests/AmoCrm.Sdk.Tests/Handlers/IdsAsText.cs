using System.Text.Json;
using System.Text.Json.Nodes;
using AmoCrm.Sdk.Dispatch;

namespace AmoCrm.Sdk.Tests.Handlers;

/// <summary>Writes the whole numbers among the arguments as strings of digits, as engines that fill templates do.</summary>
internal static class IdsAsText
{
    public static bool IsId(HandlerParameter parameter) => parameter.Type is "int64" or "int32";

    /// <summary>True when there was a number to change.</summary>
    public static bool Apply(HandlerDescriptor handler, JsonObject arguments)
    {
        var changed = false;
        foreach (var parameter in handler.Parameters.Where(IsId))
        {
            if (arguments[parameter.Name] is { } value && value.GetValueKind() == JsonValueKind.Number)
            {
                arguments[parameter.Name] = value.ToJsonString();
                changed = true;
            }
        }

        return changed;
    }
}
