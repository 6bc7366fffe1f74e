using System.Buffers;
using System.Globalization;
using System.Text;
using AmoCrm.Sdk.Json;

namespace AmoCrm.Sdk.Transport;

/// <summary>Builds the query of a request: percent-encoded, nested keys in PHP's brackets (<c>filter[id][]=1</c>), in the order of the calls.</summary>
internal sealed class QueryString
{
    private static readonly SearchValues<char> Unreserved = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~");

    // Most requests ask for nothing, and then there is none.
    private StringBuilder? _text;

    public bool IsEmpty => _text is null;

    private StringBuilder Text => _text ??= new StringBuilder(128);

    /// <summary>Whether a function that writes under a prefix adds anything.</summary>
    public static bool HasItems(Action<QueryString, string> write)
    {
        var query = new QueryString();
        write(query, "filter");
        return !query.IsEmpty;
    }

    public void Add(string name, string value)
    {
        AppendName(name);
        AppendEncoded(value);
    }

    public void Add(string name, long value)
    {
        AppendName(name);
        Text.Append(CultureInfo.InvariantCulture, $"{value}");
    }

    public void Add(string name, decimal value)
    {
        AppendName(name);
        Text.Append(CultureInfo.InvariantCulture, $"{value}");
    }

    /// <summary>A flag: amoCRM writes them 1 and 0 in queries.</summary>
    public void Add(string name, bool value) => Add(name, value ? 1L : 0L);

    /// <summary>A point in time, in unix seconds.</summary>
    public void Add(string name, DateTimeOffset value) => Add(name, value.ToUnixTimeSeconds());

    /// <summary><c>name[]=a&amp;name[]=b</c>. A condition without values is refused: not sent, it would select everything.</summary>
    public void AddList(string name, IEnumerable<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var length = _text?.Length;
        foreach (var value in values)
        {
            Add(name + "[]", value);
        }

        if (_text?.Length == length)
        {
            throw new AmoCrmArgumentException(
                handler: null, name.Split('[')[0], $"'{name}' is an empty list, which amoCRM would take for no condition at all: leave it out, or give a value.");
        }
    }

    /// <summary><c>name[]=1&amp;name[]=2</c>.</summary>
    public void AddList(string name, IEnumerable<long> values) =>
        AddList(name, values.Select(static value => value.ToString(CultureInfo.InvariantCulture)));

    /// <summary><c>name[]=1&amp;name[]=2</c>.</summary>
    public void AddList(string name, IEnumerable<int> values) => AddList(name, values.Select(static value => (long)value));

    /// <summary><c>name[]=a&amp;name[]=b</c>.</summary>
    public void AddList<T>(string name, IEnumerable<T> values)
        where T : struct, IOpenEnum<T, string> =>
        AddList(name, values.Select(static value => value.Value));

    /// <summary><c>name=a,b</c>; nothing when there are no values.</summary>
    public void AddComma(string name, IEnumerable<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var first = true;
        foreach (var value in values)
        {
            if (first)
            {
                AppendName(name);
                first = false;
            }
            else
            {
                Text.Append(',');
            }

            AppendEncoded(value);
        }
    }

    /// <summary><c>name=1,2</c>; nothing when there are no values.</summary>
    public void AddComma(string name, IEnumerable<long> values) =>
        AddComma(name, values.Select(static value => value.ToString(CultureInfo.InvariantCulture)));

    /// <summary><c>name=1,2</c>; nothing when there are no values.</summary>
    public void AddComma(string name, IEnumerable<int> values) => AddComma(name, values.Select(static value => (long)value));

    /// <summary><c>name=a,b</c>; nothing when there are no values.</summary>
    public void AddComma<T>(string name, IEnumerable<T> values)
        where T : struct, IOpenEnum<T, string> =>
        AddComma(name, values.Select(static value => value.Value));

    /// <summary>The query without its question mark; null when nothing was added.</summary>
    public string? ToQuery() => _text?.ToString();

    /// <summary>The query without its question mark; empty when nothing was added.</summary>
    public override string ToString() => _text?.ToString() ?? string.Empty;

    private void AppendName(string name)
    {
        if (!IsEmpty)
        {
            Text.Append('&');
        }

        AppendEncoded(name);
        Text.Append('=');
    }

    private void AppendEncoded(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.AsSpan().ContainsAnyExcept(Unreserved))
        {
            Text.Append(Uri.EscapeDataString(text));
        }
        else
        {
            Text.Append(text);
        }
    }
}
