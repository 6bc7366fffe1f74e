using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk.Json;

/// <summary>Compares and prints models by their JSON: that goes into their lists, which the equality of records does not.</summary>
internal static class JsonIdentity
{
    /// <summary>For people: nobody puts it into a page.</summary>
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static bool AreEqual(IJsonWritable value, IJsonWritable? other)
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

    public static int GetHashCode(IJsonWritable value)
    {
        var buffer = new PooledBuffer();
        Write(buffer, value);
        var hash = default(HashCode);
        hash.AddBytes(buffer.Written.Span);
        buffer.Return();
        return hash.ToHashCode();
    }

    /// <summary>Appends the members without the braces, as <c>ToString</c> of a record wants them.</summary>
    /// <returns>Whether there were any.</returns>
    public static bool Print(IJsonWritable value, StringBuilder builder)
    {
        var buffer = new PooledBuffer();
        Write(buffer, value, Readable);
        var members = buffer.Written.Span[1..^1];
        builder.Append(Encoding.UTF8.GetString(members));
        var hasMembers = !members.IsEmpty;
        buffer.Return();
        return hasMembers;
    }

    private static void Write(PooledBuffer buffer, IJsonWritable value, JsonWriterOptions options = default)
    {
        using var writer = new Utf8JsonWriter(buffer, options);
        value.WriteTo(writer);
    }
}
