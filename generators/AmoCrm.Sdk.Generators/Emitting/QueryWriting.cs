using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Statements that add a value to the query string <c>query</c>.</summary>
internal static class QueryWriting
{
    /// <summary>Adds a value that is not null.</summary>
    /// <param name="writer">Where the statement goes.</param>
    /// <param name="type">The value's type.</param>
    /// <param name="style">How lists are spelt.</param>
    /// <param name="name">A C# expression of the query name.</param>
    /// <param name="nestedName">The inside of an interpolated string of the same name, for names that continue.</param>
    /// <param name="value">The value.</param>
    public static void Add(SourceWriter writer, TypeSpec type, QueryStyle style, string name, string nestedName, string value)
    {
        if (IsNested(type))
        {
            if (!type.IsList)
            {
                writer.Line($"{value}.WriteQuery(query, {name});");
                return;
            }

            using (writer.Block($"for (var index = 0; index < {value}.Count; index++)"))
            {
                writer.Line($"{value}[index].WriteQuery(query, $\"{nestedName}[{{index}}]\");");
            }
        }
        else if (type.IsList)
        {
            var method = style == QueryStyle.Brackets ? "AddList" : "AddComma";

            // Of enums that are words the query has lists of its own: one lambda there instead of one at each place.
            var items = CSharpType.HasValue(type) && type.Kind != TypeKind.StringEnum ? $"{value}.Select(static item => item.Value)" : value;
            writer.Line($"query.{method}({name}, {items});");
        }
        else
        {
            writer.Line($"query.Add({name}, {(CSharpType.HasValue(type) ? value + ".Value" : value)});");
        }
    }

    /// <summary>True for types that write query items of their own.</summary>
    public static bool IsNested(TypeSpec type) =>
        type.Kind == TypeKind.QueryModel || (type.Kind == TypeKind.Runtime && type.Name is "DateTimeRange" or "NumberRange" or "CustomFieldFilter");
}
