using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Tests.TestSupport;

/// <summary>The bound model as a text to compare: JSON without what is null, false, zero or the first of its enum.</summary>
internal static class ModelText
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameBodyNodes } },
    };

    public static string Of(SdkModel model) => JsonSerializer.Serialize(
        new
        {
            model.Models,
            model.Enums,
            model.Modules,
            Clients = model.Clients.Select(static client => new { client.Name, client.Summary, Methods = client.Methods.Select(static method => $"{method.OperationsClass}.{method.Handler.Name}") }),
        },
        Options);

    private static void NameBodyNodes(JsonTypeInfo type)
    {
        if (type.Type != typeof(BodyNode))
        {
            return;
        }

        type.PolymorphismOptions = new JsonPolymorphismOptions();
        foreach (var node in typeof(BodyNode).Assembly.GetTypes().Where(static node => node.BaseType == typeof(BodyNode)))
        {
            type.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(node, node.Name));
        }
    }
}
