using System.Diagnostics;

namespace AmoCrm.Sdk;

/// <summary>What a debugger unfolds in the place of a secret's fields: a screen that is shared shows no token.</summary>
internal sealed class AmoCrmSecretDebugView
{
    // A debugger finds the constructor by the type it takes.
    public AmoCrmSecretDebugView(AmoCrmSecret secret)
    {
        Length = secret.Reveal().Length;
    }

    [DebuggerBrowsable(DebuggerBrowsableState.Collapsed)]
    public int Length { get; }
}
