using System.Runtime.InteropServices;

namespace AmoCrm.Sdk.Paging;

/// <summary>Where an enumeration of pages begins.</summary>
/// <param name="Continuation">What a page of an earlier enumeration said; null for the beginning.</param>
/// <param name="IsRequestOmitted">True: what to ask for is taken from the continuation.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PageStart(string? Continuation, bool IsRequestOmitted);
