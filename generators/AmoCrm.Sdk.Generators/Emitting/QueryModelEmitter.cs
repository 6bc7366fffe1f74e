using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Emits how a query model writes itself: <c>filter[created_at][from]=1</c>.</summary>
internal static class QueryModelEmitter
{
    public static void WriteMethod(SourceWriter writer, ModelSpec model)
    {
        writer.Line("""
            /// <summary>Whether nothing is set that would go into the query.</summary>
            internal bool IsEmpty => !QueryString.HasItems(WriteQuery);
            """);
        writer.Separate();
        writer.Line("/// <summary>Adds the members that are set, each under its name in brackets after the prefix.</summary>");
        using (writer.Block("internal void WriteQuery(QueryString query, string prefix)"))
        {
            foreach (var field in model.Fields)
            {
                WriteField(writer, field);
            }
        }

        writer.Separate();
    }

    private static void WriteField(SourceWriter writer, FieldSpec field)
    {
        var nested = "{prefix}" + string.Concat(field.Path.Select(static name => $"[{name}]"));
        var name = $"$\"{nested}\"";
        if (!field.Type.IsNullable)
        {
            QueryWriting.Add(writer, field.Type, field.Style, name, nested, field.Property);
        }
        else if (QueryWriting.IsNested(field.Type) && !field.Type.IsList)
        {
            writer.Line($"{field.Property}?.WriteQuery(query, {name});");
        }
        else
        {
            var local = CSharpNames.Local(field.Property);
            using (writer.Block($"if ({field.Property} is {{ }} {local})"))
            {
                QueryWriting.Add(writer, field.Type, field.Style, name, nested, local);
            }
        }
    }
}
