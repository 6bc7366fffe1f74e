using System.Globalization;
using System.Text.Json;

namespace AmoCrm.Cli.Demo;

/// <summary>Reads members of a JSON answer by a path such as <c>items.0.id</c>; what is missing fails the check.</summary>
internal static class JsonAnswer
{
    public static JsonElement At(this JsonElement answer, string path)
    {
        var current = answer;
        foreach (var name in path.Split('.'))
        {
            var found = current.ValueKind switch
            {
                JsonValueKind.Object when current.TryGetProperty(name, out var member) => member,
                JsonValueKind.Array when int.TryParse(name, CultureInfo.InvariantCulture, out var index) && index < current.GetArrayLength() => current[index],
                _ => default,
            };
            current = found.ValueKind != JsonValueKind.Undefined ? found : throw new CheckFailedException($"expected '{path}' in the answer, but there is no '{name}'");
        }

        return current;
    }

    public static long Id(this JsonElement answer, string path = "id") => answer.At(path).GetInt64();

    public static string? Text(this JsonElement answer, string path) => answer.At(path).ToString();

    public static bool Flag(this JsonElement answer, string path) => answer.At(path).GetBoolean();

    /// <summary>The first object of a list whose member has this value.</summary>
    public static JsonElement ItemWith(this JsonElement list, string member, string value, string what) =>
        list.EnumerateArray().Where(item => item.TryGetProperty(member, out var found) && found.ToString() == value).Take(1).ToArray() is [var item]
            ? item
            : throw new CheckFailedException($"expected {what} in the list, but nothing there has {member} '{value}'");

    /// <summary>Whether an object of a list has a member with this value.</summary>
    public static bool HasItemWith(this JsonElement list, string member, string value) =>
        list.EnumerateArray().Any(item => item.TryGetProperty(member, out var found) && found.ToString() == value);
}
