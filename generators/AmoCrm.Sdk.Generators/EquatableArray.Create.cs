namespace AmoCrm.Sdk.Generators;

/// <summary>Makes <see cref="EquatableArray{T}"/> values.</summary>
internal static class EquatableArray
{
    /// <summary>What a collection expression calls.</summary>
    public static EquatableArray<T> Create<T>(ReadOnlySpan<T> items)
        where T : IEquatable<T> => new(items.ToArray());

    public static EquatableArray<T> ToEquatableArray<T>(this IEnumerable<T> items)
        where T : IEquatable<T> => new(items);
}
