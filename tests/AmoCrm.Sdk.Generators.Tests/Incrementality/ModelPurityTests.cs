using AmoCrm.Sdk.Generators.Tests.TestSupport;
using Microsoft.CodeAnalysis.CSharp;
using Xunit.Sdk;

namespace AmoCrm.Sdk.Generators.Tests.Incrementality;

public sealed class ModelPurityTests
{
    [Fact]
    public void The_walk_finds_a_roslyn_object_inside_a_record()
    {
        var holder = new Holder([new Inner(CSharpSyntaxTree.ParseText("class C;"))]);

        Assert.Throws<FalseException>(() => ModelPurity.Visit(holder, "step", new HashSet<object>(ReferenceEqualityComparer.Instance)));
    }

    private sealed record Holder(IReadOnlyList<Inner> Items);

    private sealed record Inner(object Value);
}
