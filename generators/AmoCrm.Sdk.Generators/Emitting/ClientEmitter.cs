using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Emits a client: each method is one expression over the runtime, or a hand-written partial.</summary>
internal static class ClientEmitter
{
    public static SourceFile Emit(ClientSpec client)
    {
        var name = $"{client.Name}Client";
        var writer = new SourceWriter();
        writer.Line("/// <inheritdoc/>");
        writer.Line(CSharpFile.GeneratedCode);
        using (writer.Block($"public sealed partial class {name} : I{name}"))
        {
            writer.Line("private readonly AmoCrmApi _api;");
            writer.Separate();
            writer.Line($"internal {name}(AmoCrmApi api) => _api = api;");
            writer.Separate();
            foreach (var method in client.Methods.SelectMany(ClientMethods.Of))
            {
                writer.Line("/// <inheritdoc/>");
                if (method.IsPartial)
                {
                    writer.Line($"public partial {method.Signature};");
                }
                else
                {
                    writer.Line($"public {method.Signature} =>\n    {method.Expression};");
                }

                writer.Separate();
            }
        }

        return CSharpFile.Create($"Clients/{name}.g.cs", CSharpFile.PublicNamespace, writer);
    }
}
