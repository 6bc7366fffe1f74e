using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Expressions that write a handler's result as JSON.</summary>
internal static class ResultWriting
{
    /// <summary>The delegate of <c>WriteResult</c>.</summary>
    public static string Writer(HandlerSpec handler) => handler.Returns.Kind switch
    {
        ReturnsKind.Page => $"PageJson.Write<{ResultShape.ItemOf(handler)}>",
        ReturnsKind.List => $"JsonWrite.Models<{ResultShape.ItemOf(handler)}>",
        ReturnsKind.Nothing => "NoContentJsonConverter.WriteValue",
        _ when ResultShape.IsNullable(handler) => "static (writer, result) => result!.WriteTo(writer)",
        _ => $"JsonModel<{ResultShape.ItemOf(handler)}>.Writer",
    };
}
