using AmoCrm.Sdk.Generators.Emitting;

namespace AmoCrm.Sdk.Generators.Tests.Emitting;

/// <summary>Indentation and empty lines.</summary>
public class SourceWriterTests
{
    [Fact]
    public void Lines_of_a_raw_string_are_indented_each_and_line_ends_are_the_same_everywhere()
    {
        var writer = new SourceWriter();
        using (writer.Block("class A"))
        {
            writer.Line("first();\r\n\r\nsecond();");
        }

        Assert.Equal("class A\n{\n    first();\n\n    second();\n}\n", writer.ToString());
    }

    [Fact]
    public void Members_are_apart_and_the_last_brace_is_not()
    {
        var writer = new SourceWriter();
        using (writer.Block("class A"))
        {
            writer.Line("int a;");
            writer.Separate();
            using (writer.Block("void B()"))
            {
                writer.Line("c();");
            }
        }

        writer.Line("class D;");

        Assert.Equal("class A\n{\n    int a;\n\n    void B()\n    {\n        c();\n    }\n}\n\nclass D;\n", writer.ToString());
    }

    [Fact]
    public void Only_namespaces_that_the_body_needs_are_imported()
    {
        var writer = new SourceWriter();
        writer.Line("/// <summary>Nothing of Utf8JsonWriter.</summary>");
        writer.Line("var a = JsonRead.String(\"JsonElement\");");

        var text = CSharpFile.Create("A.g.cs", CSharpFile.PublicNamespace, writer).Text;

        Assert.Contains("using AmoCrm.Sdk.Json;", text, StringComparison.Ordinal);
        Assert.DoesNotContain("using System", text, StringComparison.Ordinal);
    }
}
