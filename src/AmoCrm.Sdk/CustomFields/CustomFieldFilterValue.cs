namespace AmoCrm.Sdk;

/// <summary>
/// What a custom field must hold: one of several values, or a number or time within a range. Texts, numbers, flags and ranges convert by
/// themselves. For fields with choices the values are the ids of choices.
/// </summary>
public sealed class CustomFieldFilterValue
{
    private CustomFieldFilterValue()
    {
    }

    /// <summary>Any of these, in the form they have in a query; empty for a range.</summary>
    internal IReadOnlyList<string> Values { get; private init; } = [];

    internal NumberRange? Numbers { get; private init; }

    internal DateTimeRange? Times { get; private init; }

    /// <summary>Any of several texts.</summary>
    /// <param name="values">The texts.</param>
    /// <returns>The condition.</returns>
    public static CustomFieldFilterValue AnyOf(params IEnumerable<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new() { Values = [.. values] };
    }

    /// <summary>Any of several numbers or ids of choices.</summary>
    /// <param name="values">The numbers.</param>
    /// <returns>The condition.</returns>
    public static CustomFieldFilterValue AnyOf(params IEnumerable<long> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new() { Values = [.. values.Select(static value => FormattableString.Invariant($"{value}"))] };
    }

    /// <summary>A number within a range, for a field of type <c>numeric</c>.</summary>
    /// <param name="range">The range.</param>
    public static implicit operator CustomFieldFilterValue(NumberRange range)
    {
        ArgumentNullException.ThrowIfNull(range);
        return new() { Numbers = range };
    }

    /// <summary>A time within a range, for a field of type <c>date</c>, <c>date_time</c> or <c>birthday</c>.</summary>
    /// <param name="range">The range.</param>
    public static implicit operator CustomFieldFilterValue(DateTimeRange range)
    {
        ArgumentNullException.ThrowIfNull(range);
        return new() { Times = range };
    }

    /// <summary>Exactly this text.</summary>
    /// <param name="value">The text.</param>
    public static implicit operator CustomFieldFilterValue(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new() { Values = [value] };
    }

    /// <summary>Exactly this number, or the choice with this id.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator CustomFieldFilterValue(long value) => AnyOf([value]);

    /// <summary>Exactly this number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator CustomFieldFilterValue(decimal value) => new() { Values = [FormattableString.Invariant($"{value}")] };

    /// <summary>Ticked or not.</summary>
    /// <param name="value">Whether the box is ticked; sent as 1 or 0.</param>
    public static implicit operator CustomFieldFilterValue(bool value) => new() { Values = [value ? "1" : "0"] };
}
