using System.Runtime.InteropServices;

namespace AmoCrm.Sdk.Transport;

/// <summary>What the writer of one item of a body gets from the runtime.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct OperationContext
{
    /// <summary>The mark by which the item's answer is found again; null where none is sent.</summary>
    public string? RequestId { get; init; }

    /// <summary>True in a batch of updates, whose items carry their own <c>id</c>.</summary>
    public bool WriteId { get; init; }

    public ResolvedCustomFields? CustomFields { get; init; }
}
