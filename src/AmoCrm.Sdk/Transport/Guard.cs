using System.Globalization;

namespace AmoCrm.Sdk.Transport;

/// <summary>The checks that emitted validation is made of. Each names the parameter and what is allowed; nothing has been sent.</summary>
internal static class Guard
{
    public static void Required(string handler, string parameter, object? value)
    {
        if (value is null || (value is string text && string.IsNullOrWhiteSpace(text)))
        {
            throw new AmoCrmArgumentException(handler, parameter, "A value is required.");
        }
    }

    public static void PositiveId(string handler, string parameter, long? value)
    {
        if (value <= 0)
        {
            throw new AmoCrmArgumentException(handler, parameter, $"An id is a positive number, not {Text(value.Value)}.");
        }
    }

    public static void Range(string handler, string parameter, decimal? value, decimal? min, decimal? max)
    {
        if (value < min || value > max)
        {
            throw new AmoCrmArgumentException(handler, parameter, $"Allowed is {Bounds(min, max)}, not {Text(value.GetValueOrDefault())}.");
        }
    }

    public static void MaxLength(string handler, string parameter, string? value, int max)
    {
        if (value?.Length > max)
        {
            throw new AmoCrmArgumentException(handler, parameter, $"At most {Text(max)} characters are allowed, these are {Text(value.Length)}.");
        }
    }

    public static void Items<T>(string handler, string parameter, IReadOnlyCollection<T>? list, long? min, long? max)
    {
        if (list is not null && (list.Count < min || list.Count > max))
        {
            throw new AmoCrmArgumentException(handler, parameter, $"Allowed are {Bounds(min, max)} items, these are {Text(list.Count)}.");
        }
    }

    /// <summary>The parameter may not be given together with any of the others.</summary>
    public static void Exclusive(string handler, (string Name, bool IsGiven) parameter, params ReadOnlySpan<(string Name, bool IsGiven)> others)
    {
        foreach (var (name, isGiven) in others)
        {
            if (parameter.IsGiven && isGiven)
            {
                throw new AmoCrmArgumentException(handler, parameter.Name, $"Give either {parameter.Name} or {name}, not both.");
            }
        }
    }

    /// <summary>The parameter is required unless one of the others is given.</summary>
    public static void RequiredUnless(string handler, (string Name, bool IsGiven) parameter, params ReadOnlySpan<(string Name, bool IsGiven)> others)
    {
        var names = new List<string>(others.Length);
        foreach (var (name, isGiven) in others)
        {
            if (isGiven)
            {
                return;
            }

            names.Add(name);
        }

        if (!parameter.IsGiven)
        {
            throw new AmoCrmArgumentException(handler, parameter.Name, $"A value is required, unless {string.Join(" or ", names)} is given.");
        }
    }

    /// <summary>The parameter needs all of the others too.</summary>
    public static void Requires(string handler, (string Name, bool IsGiven) parameter, params ReadOnlySpan<(string Name, bool IsGiven)> others)
    {
        foreach (var (name, isGiven) in others)
        {
            if (parameter.IsGiven && !isGiven)
            {
                throw new AmoCrmArgumentException(handler, name, $"{parameter.Name} needs {name} too.");
            }
        }
    }

    /// <summary>amoCRM ignores an empty text: null is what clears.</summary>
    public static void NotEmptyText(string handler, string parameter, string? value)
    {
        if (value is { Length: 0 })
        {
            throw new AmoCrmArgumentException(handler, parameter, "amoCRM ignores an empty text: send null to clear the value, or leave it out to keep it.");
        }
    }

    private static string Bounds(decimal? min, decimal? max) => (min, max) switch
    {
        ({ } low, { } high) => $"{Text(low)} to {Text(high)}",
        ({ } low, null) => $"{Text(low)} or more",
        (null, { } high) => $"at most {Text(high)}",
        _ => "anything",
    };

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
