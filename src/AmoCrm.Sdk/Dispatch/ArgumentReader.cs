using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AmoCrm.Sdk.Dispatch;

/// <summary>
/// The arguments of one dynamic call: names checked on construction, values converted when the binder asks for them.
/// Dispose it when the request is made: what was given is noted in an array of the pool.
/// </summary>
internal sealed class ArgumentReader : IDisposable
{
    private readonly HandlerDescriptor _handler;
    private readonly ParameterTable _parameters;
    private readonly string _prefix;
    private readonly Given[] _given;
    private int _next;

    /// <summary>Reads the names of the arguments; the object may be absent or null.</summary>
    /// <exception cref="AmoCrmArgumentException">The arguments are no object, a name is unknown or given twice, or a value is not among the allowed ones.</exception>
    public ArgumentReader(HandlerDescriptor handler, JsonElement arguments)
        : this(handler, handler.ParameterTable, arguments, "")
    {
    }

    private ArgumentReader(HandlerDescriptor handler, ParameterTable parameters, JsonElement arguments, string prefix)
    {
        _handler = handler;
        _parameters = parameters;
        _prefix = prefix;
        // Should the names be wrong, the array is the collector's.
        _given = ArrayPool<Given>.Shared.Rent(parameters.Count);
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
    public bool TryGet<T>(string name, ArgumentConverter<T> converter, [MaybeNullWhen(false)] out T value) =>
        TryGet(name, converter, out value, out _);

    /// <summary>The value of a parameter whose null means something: true with a null value when null was given, false when it is absent.</summary>
    public bool TryGetAssigned<T>(string name, ArgumentConverter<T> converter, out T? value)
        where T : class
    {
        TryGet(name, converter, out value, out var isGiven);
        return isGiven;
    }

    /// <inheritdoc cref="TryGetAssigned{T}(string, ArgumentConverter{T}, out T)"/>
    public bool TryGetAssigned<T>(string name, ArgumentConverter<T> converter, out T? value)
        where T : struct
    {
        value = TryGet(name, converter, out var given, out var isGiven) ? given : null;
        return isGiven;
    }

    /// <summary>The items of a batch, each bound as the arguments of a call of its own to the single handler.</summary>
    public IReadOnlyList<T> Items<T>(string name, HandlerDescriptor single, Func<ArgumentReader, T> bind) =>
        Required(name, (list, place) => Argument.List(list, place, (value, context) =>
        {
            if (value.ValueKind != JsonValueKind.Object)
            {
                throw context.WrongKind(value, "an object of params by name");
            }

            using var item = new ArgumentReader(_handler, single.ParameterTable, value, context.Path + ".");
            return bind(item);
        }));

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<Given>.Shared.Return(_given, clearArray: true);

    private bool TryGet<T>(string name, ArgumentConverter<T> converter, [MaybeNullWhen(false)] out T value, out bool isGiven)
    {
        var index = IndexOf(name);
        ref readonly var given = ref _given[index];
        isGiven = given.As is not null;
        if (!isGiven || given.Value.ValueKind == JsonValueKind.Null)
        {
            value = default;
            return false;
        }

        value = converter(given.Value, Context(index));
        return value is not null;
    }

    private void ReadNames(JsonElement arguments)
    {
        var next = 0;
        Dictionary<int, JsonObject>? bracketed = null;
        foreach (var member in arguments.EnumerateObject())
        {
            if (_parameters.Find(member, ref next, out var givenAs) is >= 0 and var index)
            {
                Add(index, givenAs, member.Value);
            }
            else if (BracketKey.TrySplit(member.Name, out var root, out var rest) && _parameters.Find(root) is >= 0 and var rooted)
            {
                bracketed ??= [];
                if (!bracketed.TryGetValue(rooted, out var members))
                {
                    bracketed.Add(rooted, members = []);
                }

                BracketKey.Insert(members, rest, member.Value);
            }
            else
            {
                throw Unknown(member.Name);
            }
        }

        if (bracketed is not null)
        {
            AddBracketed(bracketed);
        }
    }

    private void AddBracketed(Dictionary<int, JsonObject> bracketed)
    {
        foreach (var (index, members) in bracketed)
        {
            // "with[]" is the list itself, "filter[id][]" a member of the filter.
            Add(index, _parameters[index].Name + "[]", JsonElements.FromNode(members.Count == 1 && members[""] is { } list ? list : members));
        }
    }

    private void Add(int index, string givenAs, JsonElement value)
    {
        var parameter = _parameters[index];
        if (parameter.IsIgnored)
        {
            return;
        }

        if (value.ValueKind != JsonValueKind.Null && !IsAllowed(parameter, value))
        {
            var reason = parameter.AllowedValuesReason is { } text ? $": {text.TrimEnd('.')}" : "";
            throw Context(index).Error(parameter.AllowedValues.Count == 0
                ? $"is not taken{reason}"
                : $"takes only {string.Join(", ", parameter.AllowedValues.Select(static allowed => $"'{allowed}'"))}{reason}");
        }

        ref var given = ref _given[index];
        if (given.As is null)
        {
            given = new Given(value, givenAs);
        }
        else if (!JsonElements.AreEqual(given.Value, value))
        {
            throw Context(index).Error(given.As == givenAs
                ? "is given twice with different values"
                : $"is given twice with different values, as '{given.As}' and as '{givenAs}'");
        }
    }

    private static bool IsAllowed(HandlerParameter parameter, JsonElement value) =>
        parameter.AllowedValues.Count == 0
            ? parameter.AllowedValuesReason is null
            : parameter.AllowedValues.Contains(value.ToString(), StringComparer.Ordinal);

    private int IndexOf(string name) => _parameters.IndexOf(name, ref _next) is >= 0 and var index
        ? index
        : throw new ArgumentException($"{_handler.Name} has no parameter '{name}'.", nameof(name));

    private ArgumentContext Context(int index) => new(_handler, _parameters[index], _prefix);

    private AmoCrmArgumentException Missing(string name)
    {
        var index = IndexOf(name);
        var parameter = _parameters[index];
        var given = _given[index].As is null ? "is missing" : "must not be null";
        var summary = parameter.Summary is { Length: > 0 } text ? $": {text.TrimEnd('.')}" : "";
        return Context(index).Error($"{given}; it is required ({parameter.Type}){summary}");
    }

    private AmoCrmArgumentException Unknown(string name)
    {
        var allowed = _parameters.Count == 0 ? "It takes no params." : $"It takes: {string.Join(", ", _parameters.Names)}.";
        return new AmoCrmArgumentException(
            _handler.Name, name, $"There is no param '{_prefix}{name}'.{NameSuggestion.For(name, _parameters.NamesAndAliases)} {allowed}");
    }

    /// <summary>What was given for a parameter, and by which name; null when nothing was.</summary>
    private readonly struct Given(JsonElement value, string? givenAs)
    {
        public JsonElement Value => value;

        public string? As => givenAs;
    }
}
