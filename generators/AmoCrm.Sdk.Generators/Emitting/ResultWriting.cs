using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Expressions that write a handler's result as JSON.</summary>
internal static class ResultWriting
{
    /// <summary>The method or lambda of <c>WriteResult</c>.</summary>
    public static string Writer(HandlerSpec handler) => handler.Returns.Kind switch
    {
        ReturnsKind.Page => $"static (writer, page) => PageJson.Write(writer, page, {ItemWriter(handler)})",
        ReturnsKind.List => $"static (writer, items) => JsonWrite.List(writer, items, {ItemWriter(handler)})",
        ReturnsKind.Nothing => "NoContentJsonConverter.WriteValue",
        _ when ResultShape.IsNullable(handler) => $"static (writer, result) => {ItemWriter(handler)}(writer, result!)",
        _ => ItemWriter(handler),
    };

    /// <summary>The method that writes one item, entity or result.</summary>
    public static string ItemWriter(HandlerSpec handler) =>
        (ResultShape.IsEmitted(handler) ? ResultShape.TypeOf(handler) : handler.Returns.ModelName) + "JsonConverter.WriteValue";
}
