using System.Runtime.InteropServices;

namespace AmoCrm.Sdk.Bulk;

/// <summary>An item on its way.</summary>
/// <param name="Index">Its place in what was given.</param>
/// <param name="Request">The item.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct BulkItem<TArguments>(long Index, TArguments Request);
