namespace AmoCrm.Sdk.Dispatch;

/// <summary>Names types in messages as C# writes them.</summary>
internal static class TypeNames
{
    public static string Of(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Of(underlying) + "?";
        }

        if (!type.IsGenericType)
        {
            return type.Name;
        }

        var name = type.Name.AsSpan(0, type.Name.IndexOf('`', StringComparison.Ordinal));
        return $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>";
    }
}
