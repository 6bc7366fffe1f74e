using System.Reflection;

namespace AmoCrm.Emulator.Admin;

/// <summary>The switches as JSON, one member each, so that a new switch needs nothing here.</summary>
internal static class BehaviourJson
{
    private static readonly PropertyInfo[] Switches = typeof(EmulatorBehaviour).GetProperties();

    public static JsonObject Write(EmulatorBehaviour behaviour)
    {
        var json = new JsonObject();
        foreach (var property in Switches)
        {
            json[SnakeCase.Of(property.Name)] = property.GetValue(behaviour) switch
            {
                bool flag => flag,
                int number => number,
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

    private static PropertyInfo Find(string name) =>
        Array.Find(Switches, property => SnakeCase.Of(property.Name) == name)
        ?? throw new ProblemException(Problems.BadRequest(
            $"'{name}' is none of {string.Join(", ", Switches.Select(property => SnakeCase.Of(property.Name)))}"));

    private static object? Convert(PropertyInfo property, JsonObject json, string name)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var value = ReadAs(type, json, name);
        if (value is null && (json[name] is not null || Nullable.GetUnderlyingType(property.PropertyType) is null))
        {
            throw new ProblemException(Problems.BadRequest($"'{name}' is of another type"));
        }

        return value;
    }

    private static object? ReadAs(Type type, JsonObject json, string name) => type switch
    {
        _ when type == typeof(bool) => json.Flag(name),
        _ when type == typeof(int) => (int?)json.Long(name),
        _ => json.Text(name) is { } text ? SnakeCase.Parse(type, text) : null,
    };
}
