using System.Reflection;

namespace AmoCrm.Emulator.Admin;

/// <summary>The switches as JSON, one member each, so that a new switch needs nothing here. Times are in seconds, and their names say so.</summary>
internal static class BehaviourJson
{
    private static readonly PropertyInfo[] Switches = typeof(EmulatorBehaviour).GetProperties();

    public static JsonObject Write(EmulatorBehaviour behaviour)
    {
        var json = new JsonObject();
        foreach (var property in Switches)
        {
            json[NameOf(property)] = property.GetValue(behaviour) switch
            {
                bool flag => flag,
                int number => number,
                TimeSpan time => time.TotalSeconds,
                string text => text,
                null => null,
                var choice => SnakeCase.Of(choice.ToString()!),
            };
        }

        return json;
    }

    /// <exception cref="ProblemException">A name or a value is unknown; nothing is changed then.</exception>
    public static void Read(EmulatorBehaviour behaviour, JsonObject json)
    {
        var changes = json.Select(pair => (Property: Find(pair.Key), Value: Convert(Find(pair.Key), json, pair.Key))).ToList();
        foreach (var (property, value) in changes)
        {
            property.SetValue(behaviour, value);
        }
    }

    private static string NameOf(PropertyInfo property) =>
        SnakeCase.Of(property.Name) + (property.PropertyType == typeof(TimeSpan) ? "_seconds" : string.Empty);

    private static PropertyInfo Find(string name) =>
        Array.Find(Switches, property => NameOf(property) == name)
        ?? throw new ProblemException(Problems.BadRequest(
            $"'{name}' is none of {string.Join(", ", Switches.Select(NameOf))}"));

    private static object? Convert(PropertyInfo property, JsonObject json, string name)
    {
        var nullable = Nullable.GetUnderlyingType(property.PropertyType);
        var value = ReadAs(nullable ?? property.PropertyType, json, name);
        if (value is null && (json[name] is not null || (nullable is null && property.PropertyType != typeof(string))))
        {
            throw new ProblemException(Problems.BadRequest($"'{name}' is of another type"));
        }

        return value;
    }

    private static object? ReadAs(Type type, JsonObject json, string name) => type switch
    {
        _ when type == typeof(bool) => json.Flag(name),
        _ when type == typeof(int) => (int?)json.Long(name),
        _ when type == typeof(TimeSpan) => json.Long(name) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        _ when type == typeof(string) => json.Text(name),
        _ => json.Text(name) is { } text ? SnakeCase.Parse(type, text) : null,
    };
}
