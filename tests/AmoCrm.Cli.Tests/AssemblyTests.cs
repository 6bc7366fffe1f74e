using System.Reflection;

namespace AmoCrm.Cli.Tests;

public sealed class AssemblyTests
{
    [Fact]
    public void The_assembly_under_test_loads()
    {
        Assert.Equal("amocrm", Assembly.Load("amocrm").GetName().Name);
    }
}
