using System.Reflection;

namespace AmoCrm.Emulator.Tests;

public sealed class AssemblyTests
{
    [Fact]
    public void The_assembly_under_test_loads()
    {
        Assert.Equal("AmoCrm.Emulator", Assembly.Load("AmoCrm.Emulator").GetName().Name);
    }
}
