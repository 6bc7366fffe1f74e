using System.Runtime.InteropServices;

namespace AmoCrm.Sdk.Paging;

/// <summary>Where an enumeration of pages begins.</summary>
/// <param name="continuation">What a page of an earlier enumeration said; null for the beginning.</param>
/// <param name="isRequestOmitted">True: what to ask for is taken from the continuation.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly struct PageStart(string? continuation, bool isRequestOmitted)
{
    public string? Continuation => continuation;

    public bool IsRequestOmitted => isRequestOmitted;
}
