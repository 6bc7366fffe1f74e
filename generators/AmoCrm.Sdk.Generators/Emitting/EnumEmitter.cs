using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Emits an open enum: a struct over the wire value with its known values by name.</summary>
internal static class EnumEmitter
{
    public static SourceFile Emit(EnumSpec spec)
    {
        var type = spec.IsInteger ? "long" : "string";
        var writer = new SourceWriter();
        XmlComment.Write(writer, spec.Summary, "Open: a value that is not declared here survives a round trip.", spec.Docs);
        writer.Line("/// <param name=\"value\">The value on the wire.</param>");
        writer.Line($"[JsonConverter(typeof({(spec.IsInteger ? "Integer" : "String")}EnumJsonConverter<{spec.Name}>))]");
        writer.Line(CSharpFile.GeneratedCode);

        // Not a record: its printing, Deconstruct and setter were 10 KB of the library; what is needed of it is ten lines.
        using (writer.Block($"public readonly partial struct {spec.Name}({type} value) : IOpenEnum<{spec.Name}, {type}>, IEquatable<{spec.Name}>"))
        {
            foreach (var value in spec.Values)
            {
                var constant = spec.IsInteger ? value.Value : CSharpText.Literal(value.Value);
                XmlComment.Write(writer, value.Summary);
                writer.Line($"public static {spec.Name} {value.Name} => new({constant});");
                writer.Separate();
            }

            WriteValue(writer, spec.Name, type);
            writer.Line("/// <summary>The values that are declared, in the order of the manifest.</summary>");
            writer.Line($"public static IReadOnlyList<{spec.Name}> KnownValues {{ get; }} = [{string.Join(", ", spec.Values.Select(static value => value.Name))}];");
            writer.Separate();
            writer.Line("/// <summary>Whether this value is one of the declared ones.</summary>");
            writer.Line("public bool IsKnown => KnownValues.Contains(this);");
            writer.Separate();
            writer.Line("/// <summary>Takes a value as it is on the wire, declared or not.</summary>");
            writer.Line("/// <param name=\"value\">The value on the wire.</param>");
            writer.Line($"public static implicit operator {spec.Name}({type} value) => new(value);");
            writer.Separate();
            writer.Line("/// <summary>The value on the wire.</summary>");
            writer.Line("/// <returns>The text of the value.</returns>");
            writer.Line(spec.IsInteger
                ? "public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);"
                : "public override string ToString() => Value ?? string.Empty;");
        }

        return CSharpFile.Create($"Enums/{spec.Name}.g.cs", CSharpFile.PublicNamespace, writer);
    }

    private static void WriteValue(SourceWriter writer, string name, string type)
    {
        writer.Line($"""
            /// <summary>The value on the wire.</summary>
            public {type} Value => value;

            /// <inheritdoc/>
            public bool Equals({name} other) => Value == other.Value;

            /// <inheritdoc/>
            public override bool Equals(object? obj) => obj is {name} other && Equals(other);

            /// <inheritdoc/>
            public override int GetHashCode() => HashCode.Combine(Value);

            /// <summary>Whether both are the same value on the wire.</summary>
            /// <param name="left">The one.</param>
            /// <param name="right">The other.</param>
            public static bool operator ==({name} left, {name} right) => left.Equals(right);

            /// <summary>Whether they are different values on the wire.</summary>
            /// <param name="left">The one.</param>
            /// <param name="right">The other.</param>
            public static bool operator !=({name} left, {name} right) => !left.Equals(right);
            """);
        writer.Separate();
    }
}
