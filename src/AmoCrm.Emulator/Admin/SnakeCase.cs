using System.Text.Json;

namespace AmoCrm.Emulator.Admin;

/// <summary>Names as JSON writes them.</summary>
internal static class SnakeCase
{
    public static string Of(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    /// <exception cref="ProblemException">The text is no member of the enum; the message lists them.</exception>
    public static object Parse(Type type, string text) =>
        Enum.GetNames(type).FirstOrDefault(name => Of(name) == text || string.Equals(name, text, StringComparison.OrdinalIgnoreCase)) is { } found
            ? Enum.Parse(type, found)
            : throw new ProblemException(Problems.BadRequest($"'{text}' is none of {string.Join(", ", Enum.GetNames(type).Select(Of))}"));
}
