using System.Buffers;
using System.Globalization;

namespace AmoCrm.Sdk.Transport;

/// <summary>Puts values into paths so that none can leave its segment, and checks whole paths that callers wrote.</summary>
internal static class ApiPath
{
    private static readonly SearchValues<char> PathCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@%/");

    /// <summary>An id as a path segment.</summary>
    public static string Segment(long id, string parameter) =>
        id > 0
            ? id.ToString(CultureInfo.InvariantCulture)
            : throw new AmoCrmArgumentException(handler: null, parameter, $"An id is a positive number, not {id.ToString(CultureInfo.InvariantCulture)}.");

    /// <summary>A text as a path segment.</summary>
    public static string Segment(string? value, string parameter)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            throw new AmoCrmArgumentException(handler: null, parameter, "A value is required here: it is a part of the path.");
        }

        // Percent-encoding leaves dots as they are, and "." and ".." are resolved even when encoded.
        return value is "." or ".."
            ? throw new AmoCrmArgumentException(handler: null, parameter, "\".\" and \"..\" cannot be parts of the path.")
            : Uri.EscapeDataString(value);
    }

    /// <summary>An entity type as a path segment: <c>leads</c>.</summary>
    public static string Segments(EntityType entityType, string parameter) => Segment(entityType.Value, parameter);

    /// <summary>A scope of custom fields as one or more path segments: <c>customers/segments</c>, <c>catalogs/17</c>.</summary>
    public static string Segments(CustomFieldScope scope, string parameter) =>
        string.Join('/', scope.Path.Split('/').Select(part => Segment(part, parameter)));

    /// <summary>A path a caller wrote, if it is one that stays on the account's host.</summary>
    public static string Checked(string? path)
    {
        if (string.IsNullOrEmpty(path) || path[0] != '/' || path.StartsWith("//", StringComparison.Ordinal))
        {
            throw Refused("A path starts with one slash: /api/v4/leads.");
        }

        if (path.Contains('?', StringComparison.Ordinal))
        {
            throw Refused("A path holds no query: put it into Query.");
        }

        if (path.AsSpan().ContainsAnyExcept(PathCharacters))
        {
            throw Refused("A path is percent-encoded ASCII without spaces, backslashes and fragments: use Uri.EscapeDataString for its values.");
        }

        // Without a dot and an encoding there are no such segments.
        foreach (var segment in path.AsSpan().ContainsAny('.', '%') ? path.Split('/') : [])
        {
            // Decoded twice: some servers do.
            if (Uri.UnescapeDataString(Uri.UnescapeDataString(segment)) is "." or "..")
            {
                throw Refused("A path holds no \".\" and \"..\" segments.");
            }
        }

        return path;
    }

    private static AmoCrmArgumentException Refused(string message) => new(handler: null, "path", message);
}
