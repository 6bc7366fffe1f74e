using System.Reflection;

namespace AmoCrm.Sdk.Generators.Tests;

public sealed class AssemblyTests
{
    [Fact]
    public void The_assembly_under_test_loads()
    {
        Assert.Equal("AmoCrm.Sdk.Generators", Assembly.Load("AmoCrm.Sdk.Generators").GetName().Name);
    }
}
