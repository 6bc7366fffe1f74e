using System.Text;
using System.Text.Json;

namespace AmoCrm.Sdk.Dispatch;

/// <summary>
/// The parameters of a handler by the names that calls give. Names are compared as UTF-8, so that one in JSON need not become a string,
/// and from where the last one was found: callers mostly give parameters in the manifest's order, and binders ask in it.
/// </summary>
internal sealed class ParameterTable
{
    private readonly IReadOnlyList<HandlerParameter> _parameters;
    private readonly Name[] _names;

    public ParameterTable(IReadOnlyList<HandlerParameter> parameters)
    {
        _parameters = parameters;
        _names = [.. parameters.SelectMany(static (parameter, index) => parameter.Aliases.Prepend(parameter.Name).Select(name => new Name(name, Encoding.UTF8.GetBytes(name), index)))];
    }

    public int Count => _parameters.Count;

    public HandlerParameter this[int index] => _parameters[index];

    public IEnumerable<string> Names => _parameters.Select(static parameter => parameter.Name);

    public IEnumerable<string> NamesAndAliases => _names.Select(static name => name.Text);

    /// <summary>Finds the parameter that a member of the arguments is for, by its name or an alias.</summary>
    /// <param name="member">The member.</param>
    /// <param name="next">Which name to look at first; afterwards the one behind what was found.</param>
    /// <param name="givenAs">The name that was found.</param>
    /// <returns>The parameter's index; -1 when there is none.</returns>
    public int Find(JsonProperty member, ref int next, out string givenAs)
    {
        for (var i = 0; i < _names.Length; i++)
        {
            ref readonly var name = ref _names[(next + i) % _names.Length];
            if (member.NameEquals(name.Utf8))
            {
                next += i + 1;
                givenAs = name.Text;
                return name.Parameter;
            }
        }

        givenAs = "";
        return -1;
    }

    /// <summary>The index of the parameter that has a name or an alias; -1 when there is none.</summary>
    public int Find(string givenAs)
    {
        foreach (var name in _names)
        {
            if (name.Text == givenAs)
            {
                return name.Parameter;
            }
        }

        return -1;
    }

    /// <summary>The index of the parameter of that name; -1 when there is none.</summary>
    /// <param name="name">The parameter's own name.</param>
    /// <param name="next">Which parameter to look at first; afterwards the one behind what was found.</param>
    public int IndexOf(string name, ref int next)
    {
        for (var i = 0; i < Count; i++)
        {
            var index = (next + i) % Count;
            if (_parameters[index].Name == name)
            {
                next = index + 1;
                return index;
            }
        }

        return -1;
    }

    private readonly struct Name(string text, byte[] utf8, int parameter)
    {
        public string Text => text;

        public byte[] Utf8 => utf8;

        public int Parameter => parameter;
    }
}
