namespace AmoCrm.Sdk.Fuzzing.Oracles;

/// <summary>
/// What is wrong with JSON that parses all the same. It is looked for before the SDK reads, for .NET tells of it by exceptions of the types that a defect of ours has as well.
/// </summary>
internal static class JsonFaults
{
    /// <summary>Whether an object, or one inside of it, cannot become nodes: a name that is there twice, a name or a text that is not valid Unicode.</summary>
    public static bool IsNoNode(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => HasBrokenNames(json) || json.EnumerateObject().Any(static member => IsNoNode(member.Value)),
        JsonValueKind.Array => json.EnumerateArray().Any(IsNoNode),
        _ => TextOf(json) is null,
    };

    /// <summary>Whether an object has a name twice or one that is not valid Unicode; those inside of it are not looked at.</summary>
    public static bool HasBrokenNames(JsonElement json)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return json.EnumerateObject().Any(member => NameOf(member) is not { } name || !seen.Add(name));
    }

    /// <summary>Whether the first value holds half of a surrogate pair or bytes that are no UTF-8, or a text of it is JSON that does.</summary>
    public static bool HasBrokenText(byte[] json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            return HasBrokenText(JsonElement.ParseValue(ref reader));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool HasBrokenText(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().Any(static member => NameOf(member) is null || HasBrokenText(member.Value)),
        JsonValueKind.Array => json.EnumerateArray().Any(HasBrokenText),
        _ => TextOf(json) is not { } text || (json.ValueKind == JsonValueKind.String && HasBrokenText(Encoding.UTF8.GetBytes(text))),
    };

    private static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.ToString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
