using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Emits the interface of a client: what a test substitutes.</summary>
internal static class ClientInterfaceEmitter
{
    public static SourceFile Emit(ClientSpec client)
    {
        var name = $"I{client.Name}Client";
        var writer = new SourceWriter();
        XmlComment.Write(writer, client.Summary);
        writer.Line(CSharpFile.GeneratedCode);
        using (writer.Block($"public partial interface {name}"))
        {
            foreach (var spec in client.Methods)
            {
                foreach (var method in ClientMethods.Of(spec))
                {
                    WriteMethod(writer, method, spec.Handler.Docs);
                    writer.Separate();
                }
            }
        }

        return CSharpFile.Create($"Clients/{name}.g.cs", CSharpFile.PublicNamespace, writer);
    }

    private static void WriteMethod(SourceWriter writer, ClientMethod method, string docs)
    {
        XmlComment.Write(writer, method.Summary, method.Remarks, docs);
        foreach (var (name, text) in method.ParameterComments)
        {
            writer.Line($"/// <param name=\"{name}\">{CSharpText.XmlDoc(text)}</param>");
        }

        writer.Line($$"""
            /// <param name="cancellationToken">Cancels the call.</param>
            /// <returns>{{CSharpText.XmlDoc(method.Returns)}}</returns>
            /// <exception cref="AmoCrmArgumentException">A value is missing or cannot be; nothing was sent.</exception>
            /// <exception cref="AmoCrmException">amoCRM refused, could not be reached or answered something else.</exception>
            {{method.Signature}};
            """);
    }
}
