using System.Runtime.InteropServices;

namespace AmoCrm.Sdk.Bulk;

/// <summary>An item on its way.</summary>
/// <param name="index">Its place in what was given.</param>
/// <param name="request">The item.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly struct BulkItem<TArguments>(long index, TArguments request)
{
    public long Index => index;

    public TArguments Request => request;
}
