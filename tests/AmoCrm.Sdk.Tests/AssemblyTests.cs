using System.Reflection;

namespace AmoCrm.Sdk.Tests;

public sealed class AssemblyTests
{
    [Fact]
    public void The_assembly_under_test_loads()
    {
        Assert.Equal("AmoCrm.Sdk", Assembly.Load("AmoCrm.Sdk").GetName().Name);
    }
}
