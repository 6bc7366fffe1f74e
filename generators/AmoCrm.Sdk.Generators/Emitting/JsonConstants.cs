namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Constants of the manifest, as JSON text, written to <c>writer</c>.</summary>
internal static class JsonConstants
{
    /// <summary>The statement that writes the constant as a member.</summary>
    public static string Member(string name, string json)
    {
        var member = CSharpText.Utf8Literal(name);
        return json switch
        {
            "null" => $"writer.WriteNull({member});",
            "true" or "false" => $"writer.WriteBoolean({member}, {json});",

            // JSON's escapes are a part of C#'s, so the text between the quotes is a C# literal as it stands.
            ['"', ..] => $"writer.WriteString({member}, {json.Replace("\\/", "/")}u8);",
            _ => $"writer.WriteNumber({member}, {(json.Contains('.') ? json + "m" : json)});",
        };
    }
}
