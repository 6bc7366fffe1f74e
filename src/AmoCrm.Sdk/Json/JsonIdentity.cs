using System.Text.Json;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk.Json;

/// <summary>Compares models by their JSON: that goes into their lists, which the equality of records does not.</summary>
internal static class JsonIdentity
{
    public static bool AreEqual<T>(T value, T? other)
        where T : class, IJsonModel<T>
    {
        if (ReferenceEquals(value, other))
        {
            return true;
        }

        if (other is null)
        {
            return false;
        }

        var buffer = new PooledBuffer();
        Write(buffer, value);
        var length = buffer.Length;
        Write(buffer, other);
        var both = buffer.Written.Span;
        var areEqual = both[..length].SequenceEqual(both[length..]);
        buffer.Return();
        return areEqual;
    }

    public static int GetHashCode<T>(T value)
        where T : class, IJsonModel<T>
    {
        var buffer = new PooledBuffer();
        Write(buffer, value);
        var hash = default(HashCode);
        hash.AddBytes(buffer.Written.Span);
        buffer.Return();
        return hash.ToHashCode();
    }

    private static void Write<T>(PooledBuffer buffer, T value)
        where T : class, IJsonModel<T>
    {
        using var writer = new Utf8JsonWriter(buffer);
        value.WriteTo(writer);
    }
}
