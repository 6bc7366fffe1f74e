using System.Text.Json.Nodes;
using System.Text.Json;
using System.Text;
using AmoCrm.Sdk.Dispatch;
using AmoCrm.Sdk.Json;

namespace AmoCrm.Sdk.Engine;

/// <summary>Finds what keeps nodes from being read and written. .NET tells of it by exceptions of the same types that defects have, so that the nodes have to be asked.</summary>
internal static class BrokenNodes
{
    private const string SameTwice = "an object with the same member twice";
    private const string BrokenText = "a text that is not valid Unicode";

    private static readonly string TooDeep = $"more than {JsonElements.MaximumDepth} levels";

    /// <summary>What is wrong with one of two objects, or with the second inside of the first; null when nothing is.</summary>
    public static string? FaultOf(JsonObject outer, JsonObject inner)
    {
        var (outerLevels, innerLevels) = (0, 0);
        return FaultIn(outer, 1, ref outerLevels) ?? FaultIn(inner, 1, ref innerLevels) ?? (outerLevels + innerLevels > JsonElements.MaximumDepth ? TooDeep : null);
    }

    private static string? FaultIn(JsonNode? node, int level, ref int levels)
    {
        if (node is JsonValue value)
        {
            return IsText(value) ? null : BrokenText;
        }

        if (level > JsonElements.MaximumDepth)
        {
            return TooDeep;
        }

        levels = Math.Max(levels, level);
        return node switch
        {
            JsonObject members => FaultOfNames(members) ?? FaultInAny(members.Select(static member => member.Value), level, ref levels),
            JsonArray items => FaultInAny(items, level, ref levels),
            _ => null,
        };
    }

    private static string? FaultInAny(IEnumerable<JsonNode?> children, int level, ref int levels)
    {
        foreach (var child in children)
        {
            if (FaultIn(child, level + 1, ref levels) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    // The parser of nodes tells of both when an object is looked into for the first time.
    private static string? FaultOfNames(JsonObject members)
    {
        try
        {
            return members.All(static member => IsWhole(member.Key)) ? null : BrokenText;
        }
        catch (ArgumentException)
        {
            return SameTwice;
        }
        catch (InvalidOperationException)
        {
            return BrokenText;
        }
    }

    private static bool IsText(JsonValue value)
    {
        try
        {
            return value.GetValueKind() != JsonValueKind.String || IsWhole(value.ToString());
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static bool IsWhole(string text)
    {
        try
        {
            return StrictUtf8.Encoding.GetByteCount(text) >= 0;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }
}
