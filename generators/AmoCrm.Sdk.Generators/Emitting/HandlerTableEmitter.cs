using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Emits the dispatch table: names to descriptors, which are made when they are first asked for.</summary>
internal static class HandlerTableEmitter
{
    public static SourceFile Emit(HandlerTableInput input)
    {
        var writer = new SourceWriter();
        writer.Line("/// <summary>Every handler by name. Only dispatch touches it, so that a program which does not dispatch keeps the clients it uses and no more.</summary>");
        writer.Line(CSharpFile.GeneratedCode);
        using (writer.Block("internal static class HandlerTable"))
        {
            writer.Line("/// <summary>The names, in the order of the manifest.</summary>");
            writer.Line("internal static IReadOnlyList<string> Names { get; } =\n[");
            using (writer.Indent())
            {
                foreach (var entry in input.Entries)
                {
                    writer.Line(CSharpText.Literal(entry.Handler) + ",");
                }
            }

            writer.Line("];");
            writer.Separate();
            writer.Line("/// <summary>The descriptors by name.</summary>");
            writer.Line("internal static FrozenDictionary<string, Func<HandlerDescriptor>> Handlers { get; } =");
            using (writer.Indent())
            {
                using (writer.Block("new Dictionary<string, Func<HandlerDescriptor>>(StringComparer.Ordinal)", ".ToFrozenDictionary(StringComparer.Ordinal);"))
                {
                    foreach (var entry in input.Entries)
                    {
                        writer.Line($"[{CSharpText.Literal(entry.Handler)}] = static () => {entry.HandlersClass}.{entry.Property},");
                    }
                }
            }
        }

        return CSharpFile.Create("HandlerTable.g.cs", CSharpFile.DispatchNamespace, writer);
    }
}
