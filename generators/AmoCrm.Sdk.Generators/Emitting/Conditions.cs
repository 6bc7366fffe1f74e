namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Conditions that hold when one of several does.</summary>
internal static class Conditions
{
    /// <summary>Opens an <c>if</c>; from three conditions on each has its line.</summary>
    public static SourceWriter.BlockScope OpenIf(SourceWriter writer, IReadOnlyList<string> anyOf)
    {
        if (anyOf.Count < 3)
        {
            return writer.Block($"if ({string.Join(" || ", anyOf)})");
        }

        writer.Line($"if ({anyOf[0]}");
        using (writer.Indent())
        {
            for (var i = 1; i < anyOf.Count; i++)
            {
                writer.Line($"|| {anyOf[i]}{(i == anyOf.Count - 1 ? ")" : "")}");
            }
        }

        return writer.Block(null);
    }
}
