using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Emits how an operation reads its answer: expressions over the hand-written readers.</summary>
internal static class ResponseReaderEmitter
{
    /// <summary>The lambda of <c>Read</c>.</summary>
    public static string Read(RequestShape shape) => ResultShape.IsRaw(shape.Handler)
        ? $"static (ref Utf8JsonReader reader, {shape.CarrierType} _) => JsonElement.ParseValue(ref reader)"
        : $"static (ref Utf8JsonReader reader, {shape.CarrierType} {(shape.Handler.Returns.Kind == ReturnsKind.Page ? shape.CarrierName : "_")}) =>\n    {Expression(shape)}";

    /// <summary>The lambda of <c>ReadMany</c>.</summary>
    public static string ReadMany(HandlerSpec handler) =>
        $"static (ref Utf8JsonReader reader) => EmbeddedJson.List<{ResultShape.ItemOf(handler)}>(ref reader, {Name(handler)})";

    /// <summary>The lambda of <c>Absent</c>; null when an answer without a body is an error.</summary>
    public static string? Absent(RequestShape shape) => shape.Handler.Returns.Kind switch
    {
        ReturnsKind.Entity when ResultShape.IsNullable(shape.Handler) => "static _ => null",
        ReturnsKind.Page => $"static {shape.CarrierName} => PageJson.Empty<{ResultShape.ItemOf(shape.Handler)}>({Window(shape)}, {PagingName(shape.Handler)})",
        ReturnsKind.List => "static _ => []",
        ReturnsKind.Nothing => "static _ => default",
        _ when ResultShape.IsRaw(shape.Handler) => "static _ => default",
        _ => null,
    };

    /// <summary>The page that the caller asked for.</summary>
    public static string Window(RequestShape shape) =>
        $"new PageWindow({shape.LambdaAccess(shape.Get("page"))}, {shape.LambdaAccess(shape.Get("limit"))})";

    /// <summary>The field with the paging rules.</summary>
    public static string PagingName(HandlerSpec handler) => handler.Stem + "Paging";

    private static string Expression(RequestShape shape)
    {
        var handler = shape.Handler;
        var item = ResultShape.ItemOf(handler);
        return handler.Returns.Kind switch
        {
            ReturnsKind.Page => $"PageJson.Read<{item}>(ref reader, {Name(handler)}, {Window(shape)}, {PagingName(handler)})",
            ReturnsKind.List => $"EmbeddedJson.List<{item}>(ref reader, {Name(handler)})",
            ReturnsKind.Nothing => "NoContentJsonConverter.ReadValue(ref reader)",
            _ when handler.Returns.At is null => $"{item}.ReadFrom(ref reader)",
            ReturnsKind.Created => $"EmbeddedJson.First<{item}>(ref reader, {Name(handler)})",

            // One object may be answered bare or in an envelope; the reader tells them apart.
            _ => $"EmbeddedJson.FirstOrSelf<{item}>(ref reader, {Name(handler)})",
        };
    }

    /// <summary>The name below <c>_embedded</c>.</summary>
    private static string Name(HandlerSpec handler)
    {
        var at = handler.Returns.At ?? "";
        return CSharpText.Utf8Literal(at.Substring(at.LastIndexOf('.') + 1));
    }
}
