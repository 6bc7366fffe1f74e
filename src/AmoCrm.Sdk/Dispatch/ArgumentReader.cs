using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AmoCrm.Sdk.Dispatch;

/// <summary>The arguments of one dynamic call: names checked on construction, values converted when the binder asks for them.</summary>
internal sealed class ArgumentReader
{
    private readonly HandlerDescriptor _handler;
    private readonly string _path;
    private readonly IReadOnlyList<HandlerParameter> _parameters;
    private readonly Dictionary<string, Given> _given = new(StringComparer.Ordinal);

    /// <summary>Reads the names of the arguments; the object may be absent or null.</summary>
    /// <exception cref="AmoCrmArgumentException">The arguments are no object, a name is unknown or given twice, or a value is not among the allowed ones.</exception>
    public ArgumentReader(HandlerDescriptor handler, JsonElement arguments)
        : this(handler, handler.Parameters, arguments, "")
    {
    }

    private ArgumentReader(HandlerDescriptor handler, IReadOnlyList<HandlerParameter> parameters, JsonElement arguments, string path)
    {
        _handler = handler;
        _parameters = parameters;
        _path = path;
        switch (arguments.ValueKind)
        {
            case JsonValueKind.Undefined or JsonValueKind.Null:
                break;
            case JsonValueKind.Object:
                ReadNames(arguments);
                break;
            default:
                throw new AmoCrmArgumentException(handler.Name, "arguments", "The arguments must be a JSON object of params by name.");
        }
    }

    /// <summary>The value of a parameter that must be given.</summary>
    public T Required<T>(string name, ArgumentConverter<T> converter) =>
        TryGet(name, converter, out var value) ? value : throw Missing(name);

    /// <summary>The value of a parameter; false when it is absent, null, or says no more than that.</summary>
    public bool TryGet<T>(string name, ArgumentConverter<T> converter, [MaybeNullWhen(false)] out T value)
    {
        if (!_given.TryGetValue(name, out var given) || given.Value.ValueKind == JsonValueKind.Null)
        {
            value = default;
            return false;
        }

        value = converter(given.Value, Context(name));
        return value is not null;
    }

    /// <summary>The value of a parameter whose null means something: true with a null value when null was given, false when it is absent.</summary>
    public bool TryGetAssigned<T>(string name, ArgumentConverter<T> converter, out T? value)
        where T : class
    {
        TryGet(name, converter, out value);
        return _given.ContainsKey(name);
    }

    /// <inheritdoc cref="TryGetAssigned{T}(string, ArgumentConverter{T}, out T)"/>
    public bool TryGetAssigned<T>(string name, ArgumentConverter<T> converter, out T? value)
        where T : struct
    {
        value = TryGet(name, converter, out var given) ? given : null;
        return _given.ContainsKey(name);
    }

    /// <summary>The items of a batch, each bound as the arguments of a call of its own with those parameters.</summary>
    public IReadOnlyList<T> Items<T>(string name, IReadOnlyList<HandlerParameter> parameters, Func<ArgumentReader, T> bind) =>
        Required(name, Argument.ListOf((value, context) => value.ValueKind == JsonValueKind.Object
            ? bind(new ArgumentReader(_handler, parameters, value, context.Path + "."))
            : throw context.WrongKind(value, "an object of params by name")));

    private void ReadNames(JsonElement arguments)
    {
        var bracketed = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var member in arguments.EnumerateObject())
        {
            if (FindParameter(member.Name) is { } parameter)
            {
                Add(parameter, member.Name, member.Value);
            }
            else if (BracketKey.TrySplit(member.Name, out var root, out var rest) && FindParameter(root) is { } rooted)
            {
                if (!bracketed.TryGetValue(rooted.Name, out var members))
                {
                    bracketed.Add(rooted.Name, members = []);
                }

                BracketKey.Insert(members, rest, member.Value);
            }
            else
            {
                throw Unknown(member.Name);
            }
        }

        foreach (var (name, members) in bracketed)
        {
            // "with[]" is the list itself, "filter[id][]" a member of the filter.
            Add(FindParameter(name)!, name + "[]", JsonElements.FromNode(members.Count == 1 && members[""] is { } list ? list : members));
        }
    }

    private void Add(HandlerParameter parameter, string givenAs, JsonElement value)
    {
        if (parameter.IsIgnored)
        {
            return;
        }

        var context = Context(parameter.Name);
        if (value.ValueKind != JsonValueKind.Null && !IsAllowed(parameter, value))
        {
            var reason = parameter.AllowedValuesReason is { } text ? $": {text.TrimEnd('.')}" : "";
            throw context.Error(parameter.AllowedValues.Count == 0
                ? $"is not taken{reason}"
                : $"takes only {string.Join(", ", parameter.AllowedValues.Select(static allowed => $"'{allowed}'"))}{reason}");
        }

        if (!_given.TryGetValue(parameter.Name, out var earlier))
        {
            _given.Add(parameter.Name, new Given(value, givenAs));
        }
        else if (!JsonElements.AreEqual(earlier.Value, value))
        {
            throw context.Error(earlier.GivenAs == givenAs
                ? "is given twice with different values"
                : $"is given twice with different values, as '{earlier.GivenAs}' and as '{givenAs}'");
        }
    }

    private static bool IsAllowed(HandlerParameter parameter, JsonElement value) =>
        (parameter.AllowedValues.Count == 0 && parameter.AllowedValuesReason is null)
        || parameter.AllowedValues.Contains(value.ToString(), StringComparer.Ordinal);

    private HandlerParameter? FindParameter(string name)
    {
        foreach (var parameter in _parameters)
        {
            if (parameter.Name == name || parameter.Aliases.Contains(name, StringComparer.Ordinal))
            {
                return parameter;
            }
        }

        return null;
    }

    private ArgumentContext Context(string name) =>
        new(_handler, FindParameter(name) ?? new HandlerParameter(name, "json", IsRequired: false), _path + name);

    private AmoCrmArgumentException Missing(string name)
    {
        var context = Context(name);
        var given = _given.ContainsKey(name) ? "must not be null" : "is missing";
        var summary = context.Parameter.Summary is { Length: > 0 } text ? $": {text.TrimEnd('.')}" : "";
        return context.Error($"{given}; it is required ({context.Parameter.Type}){summary}");
    }

    private AmoCrmArgumentException Unknown(string name)
    {
        var names = _parameters.SelectMany(static parameter => parameter.Aliases.Prepend(parameter.Name));
        var allowed = _parameters.Count == 0
            ? "It takes no params."
            : $"It takes: {string.Join(", ", _parameters.Select(static parameter => parameter.Name))}.";
        return new AmoCrmArgumentException(_handler.Name, name, $"There is no param '{_path}{name}'.{NameSuggestion.For(name, names)} {allowed}");
    }

    private readonly record struct Given(JsonElement Value, string GivenAs);
}
