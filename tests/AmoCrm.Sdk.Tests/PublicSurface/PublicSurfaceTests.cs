using AmoCrm.Emulator;
using PublicApiGenerator;

namespace AmoCrm.Sdk.Tests.PublicSurface;

/// <summary>Everything that a user of the packages can see, hand-written and emitted, as text that was read and approved. What disappears from it is a major version.</summary>
public sealed class PublicSurfaceTests
{
    private static readonly ApiGeneratorOptions Options = new()
    {
        // None of these says what a caller can write.
        IncludeAssemblyAttributes = false,
        ExcludeAttributes =
        [
            "System.CodeDom.Compiler.GeneratedCodeAttribute",
            "System.Diagnostics.DebuggerDisplayAttribute",
            "System.Runtime.CompilerServices.AsyncIteratorStateMachineAttribute",
        ],
        // By default Microsoft.* is left out, and with it AddAmoCrm.
        DenyNamespacePrefixes = [],
    };

    [Fact]
    public void TheSurfaceOfTheSdkIsTheApprovedOne() =>
        GoldenFile.Verify(typeof(AmoCrmClient).Assembly.GeneratePublicApi(Options), "AmoCrm.Sdk");

    [Fact]
    public void TheSurfaceOfTheEmulatorIsTheApprovedOne() =>
        GoldenFile.Verify(typeof(AmoCrmEmulator).Assembly.GeneratePublicApi(Options), "AmoCrm.Emulator");
}
