using System.Buffers;
using System.Text;
using System.Text.Json;

namespace AmoCrm.Sdk.Dispatch;

/// <summary>Puts the definitions of the models that a schema names behind it. A model is described once in the library: written out wherever it is named, models were a tenth of it.</summary>
internal static class SchemaComposer
{
    private const string ReferencePrefix = "#/$defs/";

    public static JsonElement Compose(ReadOnlySpan<byte> schema)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        Reach(schema, names);
        if (names.Count == 0)
        {
            return JsonElements.Parse(schema);
        }

        var whole = new ArrayBufferWriter<byte>();
        whole.Write(schema[..^1]);
        var before = ",\n\"$defs\":{\n";
        foreach (var name in names)
        {
            Encoding.UTF8.GetBytes($"{before}\"{name}\":", whole);
            whole.Write(ModelSchemas.All.Find(name));
            before = ",\n";
        }

        whole.Write("\n}}"u8);
        return JsonElements.Parse(whole.WrittenSpan);
    }

    private static void Reach(ReadOnlySpan<byte> schema, SortedSet<string> names)
    {
        var reader = new Utf8JsonReader(schema);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals("$ref"u8) || !reader.Read())
            {
                continue;
            }

            var name = reader.GetString()![ReferencePrefix.Length..];
            var model = ModelSchemas.All.Find(name);
            if (!model.IsEmpty && names.Add(name))
            {
                Reach(model, names);
            }
        }
    }
}
