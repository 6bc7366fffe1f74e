using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Emits the resolver by which a user's own <c>JsonSerializerOptions</c> read and write our types without reflection.</summary>
internal static class JsonTypeInfoResolverEmitter
{
    public static SourceFile Emit(JsonTypesInput input)
    {
        var writer = new SourceWriter();
        writer.Line("""
            /// <summary>Tells <c>System.Text.Json</c> about every model, enum and result of this library, without reflection.</summary>
            /// <example><c>options.TypeInfoResolverChain.Add(AmoCrmJsonTypeInfoResolver.Default)</c></example>
            """);
        writer.Line(CSharpFile.GeneratedCode);
        using (writer.Block("public sealed partial class AmoCrmJsonTypeInfoResolver : IJsonTypeInfoResolver"))
        {
            using (writer.Block("private static readonly FrozenDictionary<Type, Func<JsonSerializerOptions, JsonTypeInfo>> Known = new Dictionary<Type, Func<JsonSerializerOptions, JsonTypeInfo>>", ".ToFrozenDictionary();"))
            {
                WriteEntries(writer, "Model", input.Models);
                WriteEntries(writer, "StringEnum", input.StringEnums);
                WriteEntries(writer, "IntegerEnum", input.IntegerEnums);
            }

            writer.Separate();
            writer.Line("""
                private AmoCrmJsonTypeInfoResolver()
                {
                }

                /// <summary>The only instance.</summary>
                public static AmoCrmJsonTypeInfoResolver Default { get; } = new();

                /// <inheritdoc/>
                public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) =>
                    Known.TryGetValue(type, out var create) ? create(options) : GetHandWritten(type, options);
                """);
        }

        return CSharpFile.Create("AmoCrmJsonTypeInfoResolver.g.cs", CSharpFile.PublicNamespace, writer);
    }

    private static void WriteEntries(SourceWriter writer, string method, EquatableArray<string> types)
    {
        foreach (var type in types)
        {
            writer.Line($"[typeof({type})] = {method}<{type}>(),");
        }
    }
}
