using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Emits the front door's property for each client noun; the rest of the front door is hand-written.</summary>
internal static class ClientPropertiesEmitter
{
    public static SourceFile EmitInterface(EquatableArray<ClientNoun> clients)
    {
        var writer = new SourceWriter();
        using (writer.Block("public partial interface IAmoCrmClient"))
        {
            foreach (var client in clients)
            {
                XmlComment.Write(writer, client.Summary);
                writer.Line($"I{client.Name}Client {client.Name} {{ get; }}");
                writer.Separate();
            }
        }

        return CSharpFile.Create("IAmoCrmClient.g.cs", CSharpFile.PublicNamespace, writer);
    }

    public static SourceFile EmitClass(EquatableArray<ClientNoun> clients)
    {
        var writer = new SourceWriter();
        using (writer.Block("public sealed partial class AmoCrmClient"))
        {
            foreach (var client in clients)
            {
                writer.Line("/// <inheritdoc/>");
                writer.Line($"public I{client.Name}Client {client.Name} => field ??= new {client.Name}Client(_api);");
                writer.Separate();
            }
        }

        return CSharpFile.Create("AmoCrmClient.g.cs", CSharpFile.PublicNamespace, writer);
    }
}
